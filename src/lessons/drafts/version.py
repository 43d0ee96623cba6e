def refusal(version):
    if version != '13':
        return 426
    return None

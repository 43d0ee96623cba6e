"""Runs a file of public/python as it is, but with other constants: run.py server NAME=VALUE ... -- its own arguments

FILES=40 lets it open no more than so many files at once, as `ulimit -n` does.
"""

import importlib
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "public" / "python"))
border = sys.argv.index("--")
module = importlib.import_module(sys.argv[1])
for change in sys.argv[2:border]:
    name, value = change.split("=")
    if name == "FILES":
        import resource  # where there is one: not on Windows

        resource.setrlimit(resource.RLIMIT_NOFILE, (int(value), int(value)))
        continue
    setattr(module, name, type(getattr(module, name))(value))
sys.argv[:] = sys.argv[:1] + sys.argv[border + 1 :]
module.main()

"""Asks the functions of public/python/server.py: a list of questions on standard input, their answers on standard output.

{"frames": hex}    what parse_frame finds from the start on, one call after the other: frames, rest, error, limit
{"hixie": hex}     the same of parse_hixie_frame
{"request": hex}   the response to a request that is all there, or the status that refuses it
"""

import json
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "public" / "python"))
import server  # noqa: E402


def walk(parse, data):
    frames = []
    position = 0
    try:
        while True:
            found = parse(data[position:])
            if found is None:
                return {"frames": frames, "rest": len(data) - position}
            frame, size = found
            frames.append([position, size, frame.fin, frame.opcode, frame.payload.hex()])
            position += size
    except server.ProtocolError as error:
        return {"frames": frames, "error": error.code, "reason": str(error), "at": position}


def earliest(parse, data, start):
    """How many bytes from start on are enough to see that the frame there is wrong."""
    for size in range(len(data) - start + 1):
        try:
            parse(data[start : start + size])
        except server.ProtocolError:
            return size
    return None


def frames(data):
    answer = walk(server.parse_frame, data)
    if "error" in answer:
        answer["enough"] = earliest(server.parse_frame, data, answer["at"])
    return answer


def respond(data):
    head, _, rest = data.partition(b"\r\n\r\n")
    try:
        target, headers = server.parse_request(head.decode("latin-1"))
        dialect = server.find_dialect(headers)
        if dialect == "rfc6455":
            response = server.build_response(headers)
        else:
            response = server.build_hixie_response(target, headers, rest[:8])
        return {"dialect": dialect, "response": response.hex()}
    except server.ProtocolError as error:
        return {"error": error.code, "reason": str(error)}


def answer(question):
    if "frames" in question:
        return frames(bytes.fromhex(question["frames"]))
    if "hixie" in question:
        return walk(server.parse_hixie_frame, bytes.fromhex(question["hixie"]))
    return respond(bytes.fromhex(question["request"]))


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)

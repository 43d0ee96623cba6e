"""Calls somebody's parse_frame and tells what came of it, in JSON.

`run` calls it as a server would, on what is left of the bytes each time; with
steps it writes down every line on the way. `check` calls it once for each of
many cases. No code given to it can stop it with an exception; a loop without
end is cut after so many lines. What Python cannot cut (a call into C that does
not return) is the business of whoever started this Python.
"""

from __future__ import annotations

import inspect
import io
import json
import sys
import types

FILE = "<your code>"
NAME = "your_code"

OVER = "require"  # stepped over: its rules belong to the lines that call it

MAX_TEXT = 200  # characters of a value or of a message
MAX_OUTPUT = 4000  # characters that were printed
MAX_NAMES = 24  # variables of a step
MAX_HEX = 32  # bytes of a value given as hex
MAX_DEPTH = 8  # how deep a call of one's own function is drawn
MAX_CALLS = 150  # of one another; the stack of a browser's worker is small
LOAD_LINES = 100_000
UNCOUNTED = 10_000  # bytes of a case from which on counting lines would take too long


class Endless(BaseException):
    """As many lines were run as may be. No Exception: `except Exception` must not stop it."""


class Stepped(BaseException):
    """As many steps were written down as may be."""


class Output(io.TextIOBase):
    """What is printed, up to a limit."""

    def __init__(self) -> None:
        self.text = ""
        self.cut = False

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        room = MAX_OUTPUT - len(self.text)
        self.cut = self.cut or len(text) > room
        self.text += text[: max(0, room)]
        return len(text)


class Watched(bytes):
    """Bytes that remember which of them were looked at, and where they stand in the whole."""

    def __new__(cls, data: bytes, base: int, touched: list) -> Watched:
        self = super().__new__(cls, data)
        self.base = base
        self.touched = touched
        return self

    def __getitem__(self, key):
        found = super().__getitem__(key)
        if not isinstance(key, slice):
            at = key.__index__()
            start = at + len(self) if at < 0 else at
            self.touched.append([self.base + start, self.base + start + 1])
            return found
        start, stop, step = key.indices(len(self))
        if step != 1 or not found:
            return found
        self.touched.append([self.base + start, self.base + stop])
        return Watched(found, self.base + start, self.touched)

    def __iter__(self):
        for at, byte in enumerate(super().__iter__()):
            self.touched.append([self.base + at, self.base + at + 1])
            yield byte


Watched.__name__ = Watched.__qualname__ = "bytes"


class Tracer:
    """Counts the lines that the code runs and, if asked to, writes each down."""

    def __init__(self, lines: int, steps: int = 0) -> None:
        self.lines = lines
        self.most = steps
        self.steps: list = []
        self.touched: list = []
        self.call = 0
        self.depth = 0
        self.raised: dict = {}

    def __call__(self, frame, event, arg):
        if frame.f_code.co_filename != FILE:
            return None
        self.count()
        # A generator or lambda is part of the line it stands in.
        if self.most and frame.f_code.co_name != OVER and not frame.f_code.co_name.startswith("<"):
            self.depth += 1
            return self.step
        return self.line

    def count(self) -> None:
        self.lines -= 1
        if self.lines < 0:
            raise Endless

    def line(self, frame, event, arg):
        if event == "line":
            self.count()
        return self.line

    def step(self, frame, event, arg):
        if event == "exception":
            self.raised[frame] = arg[1]
        elif event == "line":
            self.count()
            self.raised.pop(frame, None)
            self.record(frame, "line")
        elif event == "return":
            error = self.raised.pop(frame, None)
            if error is None:
                self.record(frame, "return", value_of(arg))
            else:
                self.record(frame, "raise", {"type": type(error).__name__, "text": text_of(error)})
            self.depth -= 1
        return self.step

    def record(self, frame, event: str, value: dict | None = None) -> None:
        if len(self.steps) >= self.most:
            raise Stepped
        self.settle()
        names = [name for name in frame.f_locals if not name.startswith((".", "__"))]
        step = {
            "event": event,
            "line": frame.f_lineno,
            "call": self.call,
            "function": frame.f_code.co_name,
            "depth": min(self.depth, MAX_DEPTH),
            "names": [[name, value_of(frame.f_locals[name])] for name in names[:MAX_NAMES]],
            "touched": [],
        }
        if value is not None:
            step["value"] = value
        self.steps.append(step)

    def settle(self) -> None:
        """The bytes looked at since the last step were looked at by its line."""
        if self.steps:
            self.steps[-1]["touched"] = merged(self.touched)
        self.touched.clear()


def merged(ranges: list) -> list:
    out: list = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return out[:64]


def shortened(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"


def text_of(value: object) -> str:
    """str() of something that may have a str() of its own."""
    try:
        return shortened(str(value))
    except Exception:
        return ""


def value_of(value: object) -> dict:
    """A value for showing: its type, its repr, and for bytes and numbers what helps to read them."""
    told: dict = {"type": type(value).__name__}
    try:
        if isinstance(value, (bytes, bytearray, memoryview)):
            start = bytes(memoryview(value)[:MAX_HEX])
            text = repr(start) + ("…" if len(value) > MAX_HEX else "")
            told["text"] = shortened(f"bytearray({text})" if isinstance(value, bytearray) else text)
            told["hex"] = start.hex()
            told["length"] = len(value)
        elif isinstance(value, int) and value.bit_length() > 500:
            told["text"] = hex(value)[:40] + "…"
        elif isinstance(value, (list, tuple, set, frozenset, dict, str)) and len(value) > 50:
            told["text"] = shortened(repr(list(value)[:20] if not isinstance(value, str) else value[:MAX_TEXT]))
            told["length"] = len(value)
        else:
            told["text"] = shortened(repr(value))
    except Exception:
        told["text"] = "?"
    return told


def line_of(error: BaseException) -> int | None:
    """The last line of the code that the error went through; that of the caller where it is stepped over."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE and trace.tb_frame.f_code.co_name != OVER:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def fault_of(error: BaseException, module: types.ModuleType | None) -> dict:
    """An exception as data. One that the code calls ProtocolError is an answer, not a fault."""
    if isinstance(error, (Endless, Stepped)):
        return {"kind": "endless" if isinstance(error, Endless) else "stepped", "line": line_of(error)}
    wanted = None if module is None else module.__dict__.get("ProtocolError")
    if isinstance(wanted, type) and isinstance(error, wanted):
        code = getattr(error, "code", None)
        known = isinstance(code, int) and not isinstance(code, bool)
        return {
            "kind": "refused",
            "code": code if known and abs(code) < 1_000_000 else None,
            "text": text_of(error),
            "line": line_of(error),
        }
    line = line_of(error)
    if isinstance(error, SyntaxError) and error.filename == FILE:
        return {"kind": "error", "type": type(error).__name__, "text": shortened(str(error.msg)), "line": error.lineno}
    return {"kind": "error", "type": type(error).__name__, "text": text_of(error), "line": line}


def guarded(tracer: Tracer | None, call):
    """Calls with the tracer at work. Returns (value, None) or (None, exception)."""
    before = sys.gettrace(), sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(depth() + MAX_CALLS)
        sys.settrace(tracer)
        try:
            value = call()
        finally:
            sys.settrace(before[0])
            sys.setrecursionlimit(before[1])
        return value, None
    except BaseException as error:  # exit() and Endless, too
        return None, error


def depth() -> int:
    frame, count = sys._getframe(), 0
    while frame is not None:
        frame, count = frame.f_back, count + 1
    return count


def load(code: str):
    """Runs the code as a module. Returns (module, parse_frame, None) or (module, None, fault)."""
    module = types.ModuleType(NAME)
    # typing.NamedTuple and dataclasses look their module up.
    sys.modules[NAME] = module
    try:
        compiled = compile(code, FILE, "exec", dont_inherit=True)
    except BaseException as error:  # SyntaxError, ValueError, RecursionError, MemoryError
        return module, None, fault_of(error, None)
    _, error = guarded(Tracer(LOAD_LINES), lambda: exec(compiled, module.__dict__))
    if error is not None:
        return module, None, {**fault_of(error, None), "loading": True}
    function = module.__dict__.get("parse_frame")
    if not callable(function):
        return module, None, {"kind": "missing", "line": None}
    return module, function, None


def wrong(problem: str, got: object) -> dict:
    return {"kind": "wrong", "problem": problem, "got": value_of(got), "line": None}


def answer_of(result: object, available: int) -> dict:
    """What parse_frame returned, as data: nothing yet, a frame, or something that is neither."""
    if result is None:
        return {"kind": "none"}
    if not isinstance(result, tuple) or len(result) != 2:
        return wrong("not-pair", result)
    frame, used = result
    if not isinstance(used, int) or isinstance(used, bool):
        return wrong("used-type", used)
    if isinstance(frame, tuple) and len(frame) == 3:
        fin, opcode, payload = frame
    elif hasattr(frame, "fin") and hasattr(frame, "opcode") and hasattr(frame, "payload"):
        fin, opcode, payload = frame.fin, frame.opcode, frame.payload
    else:
        return wrong("not-frame", frame)
    if not isinstance(fin, int) or fin not in (0, 1):
        return wrong("fin", fin)
    if not isinstance(opcode, int) or not 0 <= opcode <= 15:
        return wrong("opcode", opcode)
    if isinstance(payload, str):
        return wrong("payload-text", payload)
    if not isinstance(payload, bytes):
        return wrong("payload-type", payload)
    if used < 1:
        return wrong("used-none", used)
    if used > available:
        return wrong("used-more", used)
    return {"kind": "frame", "fin": bool(fin), "opcode": int(opcode), "payload": payload.hex(), "used": int(used)}


def answer(function, module, tracer: Tracer | None, data: bytes, limit: int | None) -> dict:
    """One call, whatever comes of it."""
    call = (lambda: function(data)) if limit is None else (lambda: function(data, limit=limit))
    result, error = guarded(tracer, call)
    if error is not None:
        return fault_of(error, module)
    # A result of a type of one's own may run code, too.
    told, error = guarded(Tracer(LOAD_LINES), lambda: answer_of(result, len(data)))
    return told if error is None else fault_of(error, module)


def default_limit(function) -> int | None:
    try:
        limit = inspect.signature(function).parameters["limit"].default
    except Exception:
        return None
    return limit if isinstance(limit, int) and 0 <= limit < 2**53 else None


def quietly(work):
    """Runs with what is printed kept, and nobody at the keyboard."""
    output = Output()
    before = sys.stdout, sys.stderr, sys.stdin
    sys.stdout = sys.stderr = output
    sys.stdin = io.StringIO("")
    try:
        told = work()
    finally:
        sys.stdout, sys.stderr, sys.stdin = before
        sys.modules.pop(NAME, None)
    told["output"] = output.text
    told["outputCut"] = output.cut
    return json.dumps(told)


def run(code: str, job_json: str) -> str:
    """Calls parse_frame on the bytes until it wants more of them, as a server does.

    The job: data in hex, limit (or none), array (hand in a bytearray), the most
    lines to run, the most steps to write down (0: none).
    """
    job = json.loads(job_json)
    steps: int = job.get("steps", 0)
    limit: int | None = job.get("limit")

    def work() -> dict:
        module, function, fault = load(code)
        told: dict = {"frames": [], "end": fault, "at": 0, "limit": None}
        if function is None:
            return told
        told["limit"] = default_limit(function)
        data = bytes.fromhex(job["data"])
        tracer = Tracer(job["lines"], steps)
        at = 0
        while True:
            tracer.call += 1
            tracer.depth = 0
            rest: bytes | bytearray = data[at:]
            if job.get("array"):
                rest = bytearray(rest)
            elif steps:
                rest = Watched(rest, at, tracer.touched)
            came = answer(function, module, tracer, rest, limit)
            if data[at:] != bytes(rest):
                came = wrong("changed", rest)
            if came["kind"] != "frame":
                break
            came["start"] = at
            at += came["used"]
            told["frames"].append(came)
            if at == len(data):
                came = {"kind": "none"}
                break
        tracer.settle()
        told["end"] = came
        told["at"] = at
        if steps:
            told["steps"] = tracer.steps
        return told

    return quietly(work)


def check(code: str, cases_json: str, tell) -> str:
    """Calls parse_frame once for each case and tells each answer at once; stops at the first that does not end."""

    def work() -> dict:
        module, function, fault = load(code)
        if function is None:
            return {"fault": fault}
        for index, case in enumerate(json.loads(cases_json)):
            data = bytes.fromhex(case["data"])
            tracer = Tracer(20_000 + 60 * len(data)) if len(data) < UNCOUNTED else None
            given = bytearray(data) if case.get("array") else data
            came = answer(function, module, tracer, given, case.get("limit"))
            if given != data:
                came = wrong("changed", given)
            tell(index, json.dumps(came))
            if came["kind"] == "endless":
                break
        return {"fault": None}

    return quietly(work)

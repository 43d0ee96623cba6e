"""Runs the real server.py under sys.settrace: which lines run, and with which variables.

    python3 watch.py SERVER.PY       jobs as JSON on standard input, results on standard output

A job is {"request": text, "reads": [hex, ...], "begin": function or null}; its result lists [function, line, variables] for every statement that
runs in the functions of "functions", the variables as they are when the next one is about to run, and what was sent.
A task of kind "wrong" calls parse(read) for each read instead, and tells what it returned or raised.
"""

from __future__ import annotations

import ast
import asyncio
import importlib.util
import json
import os
import sys
import types


def load(path):
    path = os.path.abspath(path)
    spec = importlib.util.spec_from_file_location("watched", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["watched"] = module
    spec.loader.exec_module(module)
    return module


def statements(path):
    """For each line the first line of the innermost statement it belongs to."""
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    first = {}
    for node in ast.walk(tree):  # outer ones come first
        if isinstance(node, (ast.stmt, ast.ExceptHandler)):
            for line in range(node.lineno, node.end_lineno + 1):
                first[line] = node.lineno
    return first


class Stop(BaseException):
    """Nothing more to read."""


def plain(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"int": str(value)}
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": bytes(value).hex()}
    if isinstance(value, types.FunctionType):
        return {"name": value.__name__}
    if isinstance(value, dict):
        return {"entries": [[key, plain(one)] for key, one in value.items()]}
    if hasattr(value, "_fields"):
        return {name: plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, (tuple, list)):
        return {"items": [plain(one) for one in value]}
    return {"other": type(value).__name__}


class Watch:
    def __init__(self, path, first, functions, begin):
        self.path = path
        self.begin = begin  # nothing is noted before this function runs; None: all is
        self.functions = set(functions)
        self.first = first
        self.events = []
        self.last = {}  # frame: line of the statement it is in
        self.done = False
        self.open = None  # the frame whose last event still waits for its variables

    def close(self):
        if self.open is not None:
            frame, self.open = self.open, None
            names = dict(frame.f_locals)
            me = names.pop("self", None)
            if me is not None:
                for name in ("buffer", "opcode", "message", "dialect"):
                    names["self." + name] = getattr(me, name)
            self.events[-1].append({name: plain(one) for name, one in names.items()})

    def trace(self, frame, event, arg):
        code = frame.f_code
        if code.co_filename != self.path or code.co_name not in self.functions:
            return None
        if code.co_name == self.begin:
            self.begin = None
        return self.local

    def local(self, frame, event, arg):
        if self.done or self.begin:
            return self.local
        if event == "line":
            line = self.first.get(frame.f_lineno, frame.f_lineno)
            if self.last.get(frame) != line:
                self.close()
                self.last[frame] = line
                self.events.append([frame.f_code.co_name, line])
                self.open = frame
        elif event == "return":  # by an exception as well
            self.close()
        return self.local


class Reader:
    def __init__(self, reads, watch):
        self.reads = list(reads)
        self.watch = watch

    async def readuntil(self, _):
        return self.reads.pop(0)

    async def read(self, _):
        if not self.reads:
            self.watch.close()
            self.watch.done = True
            raise Stop
        return self.reads.pop(0)


class Writer:
    def __init__(self):
        self.sent = []
        self.transport = types.SimpleNamespace(abort=lambda: None)

    def write(self, data):
        self.sent.append(bytes(data).hex())

    def is_closing(self):
        return False

    async def drain(self):
        pass

    def write_eof(self):
        raise OSError

    def close(self):
        pass


async def direct(_, what):
    """In place of `within`, whose tasks would only take time."""
    return await what


def conversation(module, path, first, functions, job):
    watch = Watch(path, first, functions, job["begin"])
    writer = Writer()
    reads = [job["request"].encode("latin-1"), *(bytes.fromhex(one) for one in job["reads"])]
    connection = module.Connection(Reader(reads, watch), writer)
    run = connection.run()
    stopped = False
    sys.settrace(watch.trace)
    try:
        run.send(None)
    except StopIteration:
        pass
    except Stop:
        stopped = True
    finally:
        sys.settrace(None)
    watch.close()
    return {"events": watch.events, "sent": writer.sent, "stopped": stopped}


def calls(module, path, job):
    """`parse` on each read: what it returned or raised, and its variables then."""
    results = []
    for read in job["reads"]:
        names = {}

        def local(frame, event, arg, names=names):
            if event == "return":
                names.update(frame.f_locals)
            return local

        def trace(frame, event, arg, local=local):
            return local if frame.f_code is module.parse.__code__ else None

        sys.settrace(trace)
        try:
            given = {"kind": "text", "text": module.parse(bytes.fromhex(read))}
        except Exception as error:
            given = {"kind": "raised", "error": type(error).__name__, "says": str(error)}
        finally:
            sys.settrace(None)
        results.append({"given": given, "vars": {name: plain(one) for name, one in names.items()}})
    return results


def main():
    path = os.path.abspath(sys.argv[1])
    sys.dont_write_bytecode = True
    module = load(path)
    task = json.load(sys.stdin)
    if task["kind"] == "wrong":
        results = [calls(module, path, job) for job in task["jobs"]]
    else:
        module.within = direct
        module.logging.info = lambda *_: None
        first = statements(path)
        results = [
            conversation(module, path, first, task["functions"], job) for job in task["jobs"]
        ]
    json.dump(results, sys.stdout)


main()

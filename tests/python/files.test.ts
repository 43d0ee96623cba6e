import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publicPython, python } from './peer.ts';

/** Reads a file as Python 3.9 would, and names what is not as it should be. */
const CHECK = `
import ast, sys
source = open(sys.argv[1], encoding="utf-8").read()
tree = ast.parse(source, feature_version=(3, 9))
for node in ast.walk(tree):
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        for argument in named:
            if argument.annotation is None and argument.arg != "self":
                print("no type:", node.name, argument.arg)
        if node.returns is None:
            print("no type of the result:", node.name)
    if isinstance(node, (ast.Match if hasattr(ast, "Match") else ())):
        print("match is of Python 3.10")
    modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
    modules += [node.module] if isinstance(node, ast.ImportFrom) else []
    for module in modules:
        if module.split(".")[0] not in getattr(sys, "stdlib_module_names", module):
            print("not of the standard library:", module)
if not any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body):
    print("annotations are evaluated")
`;

describe.each(['server.py', 'client.py'])('%s', (name) => {
  test('is Python 3.9 with types throughout, and imports only the standard library', () => {
    const { stdout, stderr } = spawnSync(python, ['-c', CHECK, publicPython(name)], { encoding: 'utf8' });
    expect(stderr + stdout).toBe('');
  });

  test('fits the width in which it is shown', () => {
    const tooLong = readFileSync(publicPython(name), 'utf8')
      .split('\n')
      .filter((line) => line.length > 88 || /\t| $/.test(line));
    expect(tooLong).toEqual([]);
  });
});

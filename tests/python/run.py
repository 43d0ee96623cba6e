"""Runs a file of public/python as it is, but with other constants: run.py server NAME=VALUE ... -- its own arguments"""

import importlib
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "public" / "python"))
border = sys.argv.index("--")
module = importlib.import_module(sys.argv[1])
for change in sys.argv[2:border]:
    name, value = change.split("=")
    setattr(module, name, type(getattr(module, name))(value))
sys.argv[:] = sys.argv[:1] + sys.argv[border + 1 :]
module.main()

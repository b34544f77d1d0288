"""Asks rope for renames. Arguments: a folder. Each line of standard input is JSON: {"path", "offset", "name"} with the offset in characters;
each answer is a line of JSON: {"files": {path: new text}} or {"refused": why}."""
import json, sys, warnings

warnings.simplefilter("ignore")
from rope.base.exceptions import RopeError
from rope.base.project import Project
from rope.refactor.rename import Rename

project = Project(sys.argv[1], ropefolder=None)
for line in sys.stdin:
    ask = json.loads(line)
    try:
        changes = Rename(project, project.get_resource(ask["path"]), ask["offset"]).get_changes(ask["name"])
        answer = {"files": {c.resource.path: c.new_contents for c in changes.changes}}
    except (RopeError, SyntaxError, RecursionError, AttributeError, ValueError, TypeError, IndexError, AssertionError) as error:
        answer = {"refused": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)

"""From a knowledge folder to a Catalog.

program.yaml    what all this is about
standards.yaml  resources.yaml  partners.yaml  topics.yaml  off-topic.yaml  vocabulary.yaml
cities.yaml  examples.yaml  askings.yaml     where there are such
<standard>/<practice>.yaml      one practice and its criteria
phrasings/*.yaml                entry id -> how people ask for it, one phrasing a line

What is wrong with a single file is said first and alone: the checks across files wait until every
file is right in itself, since most of what they would find before only follows from that.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from bot.knowledge.catalog import Catalog
from bot.knowledge.cross_checks import cross_check
from bot.knowledge.fields import Named
from bot.knowledge.ids import is_standard
from bot.knowledge.labels import Label
from bot.knowledge.located import Located, Parts
from bot.knowledge.models import (
    Asking,
    City,
    Criterion,
    Example,
    OffTopic,
    Partner,
    Practice,
    Program,
    Resource,
    Topic,
)
from bot.knowledge.notices import not_looked_at
from bot.knowledge.phrase_files import PhraseFiles, phrase_misfit, read_phrasings, read_vocabulary
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.standard_models import Standard
from bot.knowledge.validation import read_block, read_list, read_map, read_practice_file
from bot.knowledge.yaml_file import YamlFile, read_yaml
from bot.knowledge.yaml_form import misfit

T = TypeVar("T", bound=Named)

_LISTS: Mapping[str, type[Named]] = {
    "standards.yaml": Standard,
    "resources.yaml": Resource,
    "partners.yaml": Partner,
    "topics.yaml": Topic,
    "off-topic.yaml": OffTopic,
    "cities.yaml": City,
    "examples.yaml": Example,
    "askings.yaml": Asking,
}
_OPTIONAL = ("cities.yaml", "examples.yaml", "askings.yaml")
_PROGRAM = "program.yaml"
_TOP = (*_LISTS, _PROGRAM, "vocabulary.yaml")
_LABELS = "labels.yaml"
_GENERATED = "model.json"
_HIDDEN = (".", "__", "#", "~$", "Thumbs.db", "desktop.ini")
_BACKUPS = ("~", ".swp", ".bak", ".orig", ".rej", ".tmp")
_PHRASINGS = "phrasings"
_COPY = "copy it from the repository"
_SEE = "see README, 'Add knowledge'"


def shipped_knowledge() -> Path:
    """Return the folder of the knowledge that comes with the bot.

    In a checkout it is ``knowledge/`` at the top; in an installed wheel it lies inside the package.
    """
    packaged = Path(str(files("bot.knowledge") / "shipped"))
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "knowledge"


def load_catalog(folder: Path | None = None) -> Catalog:
    """Read and check a knowledge folder (the shipped one by default).

    Raises:
        KnowledgeError: with every problem found, when there is at least one.

    """
    folder = folder or shipped_knowledge()
    yaml_files = list(_read_folder(folder))
    blocks = [located for file in yaml_files for located in _read_blocks(file)]
    phrase_files = [(f, read_phrasings(f)) for f in yaml_files if f.folder == _PHRASINGS]
    program = next(read_block(Program, f, "program") for f in yaml_files if f.name == _PROGRAM)
    labels = tuple(
        label for f in yaml_files if f.name == _LABELS and f.data for label in read_map(Label, f)
    )
    vocabulary = read_vocabulary(next(f for f in yaml_files if f.name == "vocabulary.yaml"))
    problems = [problem for file in yaml_files for problem in file.problems]
    problems += _missing_parts(yaml_files, blocks, phrase_files)
    if problems or program is None:
        raise KnowledgeError(problems)
    parts = Parts(program, tuple(blocks), phrase_files, labels)
    if problems := cross_check(parts):
        raise KnowledgeError(problems)

    phrasings: dict[str, tuple[str, ...]] = {}
    for _, by_entry in phrase_files:
        for entry_id, lines in by_entry.items():
            phrasings[entry_id] = phrasings.get(entry_id, ()) + tuple(line.text for line in lines)
    return Catalog(
        program=program.block,
        standards=_by_id(blocks, Standard),
        practices=_by_id(blocks, Practice),
        criteria=_by_id(blocks, Criterion),
        criteria_of={
            practice.block.id: tuple(
                located.block
                for located in blocks
                if located.file is practice.file and isinstance(located.block, Criterion)
            )
            for practice in blocks
            if isinstance(practice.block, Practice)
        },
        topics=_by_id(blocks, Topic),
        resources=_by_id(blocks, Resource),
        partners=_by_id(blocks, Partner),
        off_topics=_by_id(blocks, OffTopic),
        cities=_by_id(blocks, City),
        examples=_by_id(blocks, Example),
        askings=_by_id(blocks, Asking),
        phrasings=phrasings,
        vocabulary=vocabulary,
        folder=folder,
        notices=not_looked_at(parts, date.today()),
    )


def located_blocks(folder: Path) -> list[Located[Any]]:
    """Return every block of a folder that ``load_catalog`` takes, with its file and place."""
    return [located for file in _read_folder(folder) for located in _read_blocks(file)]


def _by_id(blocks: list[Located[Any]], model: type[T]) -> dict[str, T]:
    return {
        located.block.id: located.block for located in blocks if isinstance(located.block, model)
    }


def _read_blocks(file: YamlFile) -> Iterator[Located[Any]]:
    """Yield the blocks of a file; none of a file of phrases, or one that could not be read."""
    if file.data is not None and file.name in _LISTS:
        yield from read_list(_LISTS[file.name], file, file.name.removesuffix(".yaml"))
    elif file.data is not None and is_standard(file.folder):
        yield from read_practice_file(file)


def _missing_parts(
    yaml_files: list[YamlFile], blocks: list[Located[Any]], phrase_files: PhraseFiles
) -> Iterator[Problem]:
    """Yield what a folder lacks that was copied or mounted in part.

    Such a folder must not pass for sound: the bot would know nothing, and learning from it would
    replace what was learned by nothing.
    """
    folders = {file.folder for file in yaml_files}
    filled = {file.folder for file in yaml_files if file.problems}
    filled |= {located.file.folder for located in blocks if isinstance(located.block, Criterion)}
    filled |= {file.folder for file, lines in phrase_files if any(lines.values())}
    standards = [located for located in blocks if isinstance(located.block, Standard)]
    for file in yaml_files:
        if file.name == "standards.yaml" and file.data and not (standards or file.problems):
            yield Problem(file.name, 0, "the file has no standard", _COPY)
    for located in standards:
        year, line = located.block.id, located.line("id")
        if year not in folders:
            what = f"the folder '{year}' with the practices of this standard is missing"
            yield Problem(located.file.name, line, what, _COPY)
        elif year not in filled:
            what = f"no file of the folder '{year}' has a criterion"
            yield Problem(located.file.name, line, what, f"add the criteria, or {_COPY}")
    if _PHRASINGS not in folders:
        yield Problem(_PHRASINGS, 0, "the folder with the phrasings is missing", _COPY)
    elif _PHRASINGS not in filled:
        yield Problem(_PHRASINGS, 0, "no file of this folder has a phrasing", _COPY)


def _read_folder(folder: Path) -> Iterator[YamlFile]:
    """Yield every file of the folder, and every one that is missing, with why it cannot be read.

    Raises:
        KnowledgeError: when the folder itself cannot be used, so that no file can be looked at.

    """
    paths, reason = [], "the folder holds no YAML file"
    try:
        paths = sorted(_paths(folder))
    except FileNotFoundError:
        reason = "there is no such folder"
    except NotADirectoryError:
        reason = "this is a file, not a folder"
    except OSError as error:
        reason = f"the folder cannot be read ({error.strerror})"
    if not any(path.suffix == ".yaml" for path in paths):
        instead = "give the path of a folder with the knowledge files"
        raise KnowledgeError([Problem(str(folder), 0, reason, instead)])
    found = {path.relative_to(folder).as_posix(): path for path in paths}
    for name, path in found.items():
        if (misplaced := _misplaced(path, name)) is None:
            in_phrasings = name.startswith(f"{_PHRASINGS}/")
            yield read_yaml(path, name, phrase_misfit if in_phrasings else misfit)
        else:
            yield YamlFile(name, problems=[Problem(name, 0, *misplaced)])
    for needed in _TOP:
        if needed not in (*found, *_OPTIONAL):
            renamed = needed.replace(".yaml", ".yml") in found
            missing = Problem(needed, 0, "the file is missing", _COPY)
            yield YamlFile(needed, problems=[] if renamed else [missing])


def _paths(folder: Path) -> Iterator[Path]:
    """Yield every file of a knowledge folder, and every folder that has no place in it.

    Links are followed, to files and to folders alike (Kubernetes mounts a ConfigMap as links into
    hidden folders); since the knowledge is two levels deep, they cannot lead in circles. Hidden
    files, backups of editors and what the bot wrote itself are left out.

    Raises:
        OSError: when the folder, or one in it, cannot be read.

    """
    for path in filter(_is_meant, folder.iterdir()):
        if path.is_dir() and (path.name == _PHRASINGS or is_standard(path.name)):
            yield from filter(_is_meant, path.iterdir())
        else:
            yield path


def _is_meant(path: Path) -> bool:
    """Tell whether somebody put a file there: not the system, an editor as a backup, or the bot."""
    return not path.name.startswith((*_HIDDEN, _GENERATED)) and not path.name.endswith(_BACKUPS)


def _misplaced(path: Path, name: str) -> tuple[str, str] | None:
    """Say why a path cannot be a file of the knowledge, and what to do; None where it can."""
    if not path.exists():
        return "the link leads nowhere", "correct it or remove it"
    proper = f"{name[:-4]}.yaml" if name.endswith(".yml") else name
    if not (proper in (*_TOP, _LABELS) or ("/" in proper and proper.endswith(".yaml"))):
        kind = "folder" if path.is_dir() else "file"
        return f"the {kind} has no place here", _SEE
    return ("its name ends in .yml", "rename it to end in .yaml") if proper != name else None

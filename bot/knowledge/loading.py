"""From a knowledge folder to a Catalog.

standards.yaml  resources.yaml  partners.yaml  topics.yaml  off-topic.yaml  vocabulary.yaml
<standard>/<practice>.yaml      one practice and its criteria
phrasings/*.yaml                entry id -> how people ask for it, one phrasing a line
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from bot.knowledge.catalog import Catalog
from bot.knowledge.entries import OffTopic, Partner, PracticeFile, Resource, Standard, Topic
from bot.knowledge.errors import KnowledgeError, Problem
from bot.knowledge.learned import FILE_NAME, read_learned
from bot.knowledge.lines import Phrasing, read_phrasings, read_vocabulary
from bot.knowledge.references import check_references
from bot.knowledge.shape import shape, shape_list
from bot.knowledge.source import Source, read_source

_LISTS: Mapping[str, type[Any]] = {
    "standards": Standard,
    "resources": Resource,
    "partners": Partner,
    "topics": Topic,
    "off-topic": OffTopic,
}


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
    sources = _read_folder(folder)
    lists = {
        key: shape_list(model, sources[f"{key}.yaml"], key)
        for key, model in _LISTS.items()
        if sources[f"{key}.yaml"].data is not None
    }
    practice_files = {
        name: shaped
        for name, source in sources.items()
        if _is_practice_file(name)
        and source.data is not None
        and (shaped := shape(PracticeFile, source, source.data))
    }
    phrasings = {
        name: read_phrasings(source)
        for name, source in sources.items()
        if name.startswith("phrasings/") and source.data is not None
    }
    vocabulary = read_vocabulary(sources["vocabulary.yaml"])
    missing = list(_missing_parts(sources, lists, practice_files, phrasings))
    if not missing:
        check_references(sources, lists, practice_files, phrasings)
    problems = [problem for source in sources.values() for problem in source.problems]
    if problems or missing:
        raise KnowledgeError([*missing, *problems])
    files_in_order = tuple(practice_files.values())
    return Catalog(
        standards={standard.id: standard for standard in lists["standards"]},
        practices={file.practice.id: file.practice for file in files_in_order},
        criteria={c.id: c for file in files_in_order for c in file.criteria},
        criteria_of={file.practice.id: file.criteria for file in files_in_order},
        topics={topic.id: topic for topic in lists["topics"]},
        resources={resource.id: resource for resource in lists["resources"]},
        partners={partner.id: partner for partner in lists["partners"]},
        off_topics={off_topic.id: off_topic for off_topic in lists["off-topic"]},
        phrasings=_merged(phrasings.values()),
        vocabulary=vocabulary,
        learned=read_learned(folder),
    )


def _missing_parts(
    sources: Mapping[str, Source],
    lists: Mapping[str, tuple[Any, ...]],
    practice_files: Mapping[str, PracticeFile],
    phrasings: Mapping[str, Mapping[str, tuple[Phrasing, ...]]],
) -> Iterator[Problem]:
    """Yield what a folder lacks that was copied or mounted in part.

    Such a folder must not pass for sound: the bot would know nothing, and learning from it would
    replace what was learned by nothing.
    """
    copy = "copy it from the repository"
    for at, standard in enumerate(lists.get("standards", ())):
        inside = [name for name in sources if name.startswith(f"{standard.id}/")]
        if not inside:
            line = sources["standards.yaml"].line(("standards", at, "id"))
            what = f"the folder '{standard.id}' with the practices of this standard is missing"
            yield Problem("standards.yaml", line, what, copy)
        elif not any(practice_files[n].criteria for n in inside if n in practice_files) and all(
            name in practice_files for name in inside
        ):
            what = "no file of this folder has a criterion"
            yield Problem(standard.id, 0, what, "add the criteria, or " + copy)
    if not any(name.startswith("phrasings/") for name in sources):
        yield Problem("phrasings", 0, "the folder with the phrasings is missing", copy)
    elif not any(lines for by_entry in phrasings.values() for lines in by_entry.values()) and all(
        name in phrasings for name in sources if name.startswith("phrasings/")
    ):
        yield Problem("phrasings", 0, "no file of this folder has a phrasing", copy)


def _merged(
    files: Iterable[Mapping[str, tuple[Phrasing, ...]]],
) -> dict[str, tuple[str, ...]]:
    """Put together the phrasings of an entry, which may stand in several files."""
    merged: dict[str, tuple[str, ...]] = {}
    for by_entry in files:
        for entry_id, lines in by_entry.items():
            merged[entry_id] = merged.get(entry_id, ()) + tuple(line.text for line in lines)
    return merged


def _is_practice_file(name: str) -> bool:
    return name[:2] == "20" and "/" in name


def _read_folder(folder: Path) -> dict[str, Source]:
    """Read all YAML files of the folder, keyed by their names relative to it.

    Raises:
        KnowledgeError: when the folder itself cannot be used, so that no file can be looked at.

    """
    try:
        paths = sorted(_files(folder))
    except FileNotFoundError:
        raise _folder_error(folder, "there is no such folder") from None
    except NotADirectoryError:
        raise _folder_error(folder, "this is a file, not a folder") from None
    except OSError as error:
        raise _folder_error(folder, f"the folder cannot be read ({error.strerror})") from None
    if not any(path.suffix == ".yaml" for path in paths):
        raise _folder_error(folder, "the folder holds no YAML file")
    sources = {}
    for path in paths:
        name = path.relative_to(folder).as_posix()
        if not path.exists():
            lost = Problem(name, 0, "the link leads nowhere", "correct it or remove it")
            sources[name] = Source(name, problems=[lost])
        elif _is_known_place(name):
            sources[name] = read_source(path, name)
        else:
            kind = "folder" if path.is_dir() else "file"
            stray = Problem(name, 0, f"the {kind} has no place here", "see README, 'Add knowledge'")
            sources[name] = Source(name, problems=[stray])
    for needed in (*(f"{key}.yaml" for key in _LISTS), "vocabulary.yaml"):
        if needed not in sources:
            sources[needed] = Source(
                needed,
                problems=[Problem(needed, 0, "the file is missing", "copy it from the repository")],
            )
    return sources


def _files(folder: Path) -> Iterator[Path]:
    """Yield every file of a knowledge folder, and every folder that has no place in it.

    Links are followed, to files and to folders alike (Kubernetes mounts a ConfigMap as links into
    hidden folders); since the knowledge is two levels deep, they cannot lead in circles. Hidden
    files and what the bot wrote itself are left out.

    Raises:
        OSError: when the folder, or one in it, cannot be read.

    """
    for path in folder.iterdir():
        if path.name.startswith((".", "__", FILE_NAME)):
            continue
        if path.is_dir() and _is_known_folder(path.name):
            yield from (inner for inner in path.iterdir() if not inner.name.startswith((".", "__")))
        else:
            yield path


def _is_known_folder(name: str) -> bool:
    return name == "phrasings" or bool(re.fullmatch("20[0-9]{2}", name))


def _is_known_place(name: str) -> bool:
    top = {f"{key}.yaml" for key in _LISTS} | {"vocabulary.yaml"}
    folder, _, file = name.partition("/")
    return name in top or (_is_known_folder(folder) and file.endswith(".yaml"))


def _folder_error(folder: Path, what: str) -> KnowledgeError:
    return KnowledgeError(
        [Problem(str(folder), 0, what, "give the path of a folder with the knowledge files")]
    )

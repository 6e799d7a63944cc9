"""`wargame completions SHELL`: what the shell offers after Tab, made from the parser itself."""

from __future__ import annotations

import argparse
from argparse import Namespace
from typing import Any

from wargame.cli.answers import DONE
from wargame.cli.parser import parser
from wargame.decks.folders import shipped
from wargame.game.records import dataclass

SAVE, SCENARIO = "SAVE", "SCENARIO"


@dataclass(slots=True, frozen=True)
class Flag:
    """A flag: its spellings, its help, whether a value follows."""

    names: tuple[str, ...]
    text: str
    valued: bool


@dataclass(slots=True, frozen=True)
class Verb:
    """A verb: its help, its flags, and what its first word is (`SAVE`, `FILE`, ...) or may be."""

    name: str
    text: str
    flags: tuple[Flag, ...]
    word: str
    choices: tuple[str, ...]


def completions(arguments: Namespace) -> int:
    """Print the completions for one shell."""
    made = {"bash": bash, "zsh": zsh, "fish": fish}[arguments.shell]
    print(made(verbs(), flags_of(parser())), end="")
    return DONE


def verbs() -> tuple[Verb, ...]:
    """The verbs as the parser knows them."""
    found: list[Verb] = []
    for action in parser()._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        texts = {one.dest: one.help or "" for one in action._choices_actions}
        for name, verb in action.choices.items():
            words = [one for one in verb._actions if not one.option_strings]
            choices = tuple(map(str, words[0].choices or ())) if words else ()
            word = str(words[0].metavar or "") if words else ""
            found.append(Verb(name, texts[name], flags_of(verb), word, choices))
    return tuple(found)


def flags_of(made: argparse.ArgumentParser) -> tuple[Flag, ...]:
    """The flags of one parser."""
    return tuple(
        Flag(tuple(one.option_strings), one.help or "", one.nargs != 0)
        for one in made._actions
        if one.option_strings
    )


def bash(known: tuple[Verb, ...], common: tuple[Flag, ...]) -> str:
    """For bash: `eval "$(wargame completions bash)"`."""
    names = " ".join(verb.name for verb in known)
    cases = "".join(
        f"        {verb.name}) words='{_spellings(verb.flags)} {_offered(verb)}'"
        f"{_saves_in_bash(verb)} ;;\n"
        for verb in known
    )
    return (
        "_wargame() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} verb= words= i file\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        f"        case ${{COMP_WORDS[i]}} in {names.replace(' ', '|')}) "
        "verb=${COMP_WORDS[i]}; break ;; esac\n"
        "    done\n"
        "    case $verb in\n"
        f"        '') words='{names} {_spellings(common)}' ;;\n"
        f"{cases}"
        "    esac\n"
        '    COMPREPLY=($(compgen -W "$words" -- "$word"))\n'
        "}\n"
        "_wargame_saves() {\n"
        '    for file in "${WARGAME_SAVES:-saves}"/*.jsonl; do\n'
        '        [ -e "$file" ] && basename "$file" .jsonl\n'
        "    done\n"
        "}\n"
        "complete -o default -F _wargame wargame\n"
    )


def zsh(known: tuple[Verb, ...], common: tuple[Flag, ...]) -> str:
    """For zsh: a file `_wargame` in a folder of `fpath`."""
    listed = "\n".join(f"        {_single(f'{one.name}:{one.text}')}" for one in known)
    cases = "".join(f"        {one.name})\n{_zsh_arguments(one)}            ;;\n" for one in known)
    return (
        "#compdef wargame\n\n"
        "_wargame_saves() {\n"
        "    local -a found\n"
        "    found=(${WARGAME_SAVES:-saves}/*.jsonl(N:t:r))\n"
        "    compadd -a found\n"
        "    _files\n"
        "}\n\n"
        "_wargame() {\n"
        "    local state line\n"
        "    local -a verbs\n"
        f"    verbs=(\n{listed}\n    )\n"
        f"    _arguments -C {_zsh_flags(common)} '1:verb:->verb' '*::word:->word'\n"
        "    case $state in\n"
        "        verb) _describe verb verbs; return ;;\n"
        "    esac\n"
        "    case $line[1] in\n"
        f"{cases}"
        "    esac\n"
        "}\n\n"
        'if [ "$funcstack[1]" = _wargame ]; then _wargame "$@"; else compdef _wargame wargame; fi\n'
    )


def fish(known: tuple[Verb, ...], common: tuple[Flag, ...]) -> str:
    """For fish: a file `wargame.fish` in its folder of completions."""
    lines = [
        "function __wargame_saves",
        "    set -q WARGAME_SAVES; and set -l home $WARGAME_SAVES; or set -l home saves",
        "    for file in $home/*.jsonl",
        "        basename $file .jsonl",
        "    end",
        "end",
    ]
    nothing_yet = "-n __fish_use_subcommand"
    lines += [_fish_flag(flag, nothing_yet) for flag in common]
    for verb in known:
        seen = f"-n '__fish_seen_subcommand_from {verb.name}'"
        about = _single(verb.text)
        lines.append(f"complete -c wargame -f {nothing_yet} -a {verb.name} -d {about}")
        lines += [_fish_flag(flag, seen) for flag in verb.flags]
        if verb.word == SAVE:
            lines.append(f"complete -c wargame {seen} -a '(__wargame_saves)'")
        elif offered := _offered(verb):
            lines.append(f"complete -c wargame {seen} -a '{offered}'")
    return "\n".join(lines) + "\n"


def _offered(verb: Verb) -> str:
    """The words that a verb's first word may be, as far as they are known here."""
    return " ".join(shipped() if verb.word == SCENARIO else verb.choices)


def _spellings(flags: tuple[Flag, ...]) -> str:
    return " ".join(name for flag in flags for name in flag.names)


def _saves_in_bash(verb: Verb) -> str:
    return '" $(_wargame_saves)"' if verb.word == SAVE else ""


def _zsh_arguments(verb: Verb) -> str:
    """What `_arguments` is told of a verb."""
    after = "_files"
    if verb.word == SAVE:
        after = "_wargame_saves"
    elif offered := _offered(verb):
        after = f"({offered})"
    word = f" '1:{verb.word or 'word'}:{after}'" if verb.word or verb.choices else ""
    return f"            _arguments {_zsh_flags(verb.flags)}{word}\n"


def _zsh_flags(flags: tuple[Flag, ...]) -> str:
    """Flags with their help; one that takes a value says so."""
    specs: list[str] = []
    for flag in flags:
        text = flag.text.replace("[", "(").replace("]", ")").replace(":", ",")
        value = ":value:_files" if flag.valued else ""
        specs += [_single(f"{name}[{text}]{value}") for name in flag.names]
    return " ".join(specs)


def _fish_flag(flag: Flag, when: str) -> str:
    """One flag with its help."""
    names = " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in flag.names
    )
    value = " -r" if flag.valued else ""
    return f"complete -c wargame {when} {names}{value} -d {_single(flag.text)}"


def _single(text: Any) -> str:
    """The text in single quotes."""
    return "'" + str(text).replace("'", "’") + "'"

"""Typst: what is in a file beside what must be found in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_gold import read_file
from inline_resumes import texts_of
from light_markup import Post, check_any_text, check_map, check_read_or_refused, fixtures, posts_of, read_as

from bulletcoach.errors import InputError
from bulletcoach.model.document import SectionKind
from bulletcoach.readers import ResumeWords

BULLETS = [
    ("dash", "- Took calls", ["Took calls"]),
    ("plus and number", "+ Took calls\n1. Led teams", ["Took calls", "Led teams"]),
    ("nested by indentation", "- Took calls\n  - Led teams\n- Sold tills", ["Took calls", "Led teams", "Sold tills"]),
    ("wrapped", "- Took calls\n  and led teams", ["Took calls and led teams"]),
    ("a line that is not indented does not go on", "- Took calls\nand led teams", ["Took calls"]),
    ("escapes", r"- Cut \$4 \@ 5\% \#1 \* \_ \[x\] \~", ["Cut $4 @ 5% #1 * _ [x] ~"]),
    ("unicode escape", r"- Cut \u{2192} costs", ["Cut → costs"]),
    ("strong and emphasis", "- *Took* _many calls_", ["Took many calls"]),
    ("marks in words", "- Ran snake_case and 2*3*4", ["Ran snake_case and 2*3*4"]),
    ("a mark without its other half", "- Took *many calls", ["Took *many calls"]),
    ("raw", "- Ran `ls -l` daily", ["Ran ls -l daily"]),
    ("dashes and dots", "- Took calls -- many --- so...", ["Took calls – many — so…"]),
    ("no-break space", "- Took~calls", ["Took calls"]),
    ("line break", "- Took calls \\ and led", ["Took calls and led"]),
    ("link", '- See #link("https://a.example//b")[the *guide*] now', ["See the guide now"]),
    ("link without text", '- Wrote much of #link("mailto:a@b.example") as well', ["Wrote much of a@b.example as well"]),
    ("text functions", "- #strong[Took] #emph[calls], #text(fill: red, size: 9pt)[daily]", ["Took calls, daily"]),
    ("string in a function", '- Took #strong("60 \\"big\\"") calls', ['Took 60 "big" calls']),
    ("own text function", '#let hl(it) = text(red)[#it]\n- Took #hl[60] calls #hl("now")', ["Took 60 calls now"]),
    ("icon", '- #fa-icon("phone") Took calls', ["Took calls"]),
    ("math", "- Took $400+$ and $tilde 20%$ more, $10^6$", ["Took 400+ and ~ 20% more, 10^6"]),
    ("dollar alone", "- Saved $4 a day\n\n- Led teams", ["Saved $4 a day", "Led teams"]),
    ("symbol", "- Cut waits #sym.arrow.r faster", ["Cut waits → faster"]),
    ("variable", '#let crm = "Zendesk"\n- Moved to #crm; led teams', ["Moved to Zendesk led teams"]),
    ("label and reference", "- Took calls <calls> as in @talk", ["Took calls as in"]),
    ("line comment", "- Took calls // daily", ["Took calls"]),
    (
        "no comment in an address",
        "- Wrote https://a.example/b for many new agents",
        ["Wrote https://a.example/b for many new agents"],
    ),
    ("block comments, nested", "/* - no /* - no */ - no */\n- Took calls", ["Took calls"]),
    ("commented bullet", "// - no\n- Took calls", ["Took calls"]),
    ("comment signs in a string", '#let x = "/*"\n- Took calls', ["Took calls"]),
    ("list function", "#list([Took calls], [Led teams])", ["Took calls", "Led teams"]),
    (
        "list function, spread and tight",
        "#list(tight: true, ..([Took calls], [Led teams]))",
        ["Took calls", "Led teams"],
    ),
    ("item function", "#resume-item[\n - Took calls\n]\n#resumeItem[Led teams of 9]", ["Took calls", "Led teams of 9"]),
    ("block and columns", "#block[#columns(2)[\n- Took calls\n- Led teams\n]]", ["Took calls", "Led teams"]),
    ("condition", "#if x [\n- Took calls\n] else [\n- Led teams\n]", ["Took calls", "Led teams"]),
    ("loop", "#for x in y [\n- #x\n]\n- Took calls", ["Took calls"]),
    ("show and set", "#set list(marker: [- no])\n#show list: it => [- no]\n- Took calls", ["Took calls"]),
    ("definition of a function", "#let f(x) = [\n- #x did\n]\n- Took calls", ["Took calls"]),
    ("definition that is not used", "#let old = [\n- Sold tills\n]\n- Took calls", ["Took calls"]),
    ("definition that is used", "#let now = [\n- Took calls\n]\n#now", ["Took calls"]),
    ("import and include", '#import "x.typ": (\n  a,\n  b\n)\n#include "y.typ"\n- Took calls', ["Took calls"]),
    ("data functions", '#let d = yaml("x.yml")\n#work(d)\n- Took calls', ["Took calls"]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("source", "texts"), [row[1:] for row in BULLETS], ids=[row[0] for row in BULLETS])
def test_bullets(source: str, texts: list[str], words: ResumeWords) -> None:
    document = read_as(f"= Experience\n{source}\n", "typst", words)
    assert texts_of(document) == texts
    check_map(document)


ENTRIES: list[tuple[str, str, Post]] = [
    (
        "basic-resume",
        '#work(title: "Agent", company: "Acme", dates: dates-helper(start-date: "May 2019", end-date: "Present"))',
        ("Agent", "Acme", "2019-05", None),
    ),
    (
        "modern-cv",
        '#resume-entry(title: "Agent", description: "Acme", date: "2019 - 2020", location: "Leeds")',
        ("Agent", "Acme", "2019", "2020"),
    ),
    (
        "brilliant-cv",
        '#cvEntry(title: [Agent], society: [Acme], date: [2019 - 2020], logo: image("a.png"))',
        ("Agent", "Acme", "2019", "2020"),
    ),
    (
        "title and employer exchanged",
        "#cv-entry(title: [Acme Ltd], society: [Support Agent], date: [2019])",
        ("Support Agent", "Acme Ltd", "2019", "2019"),
    ),
    (
        "start and end",
        '#exp(role: "Agent", org: "Acme", start: "2019-02", end: "2020-03")',
        ("Agent", "Acme", "2019-02", "2020-03"),
    ),
    ("start alone", '#exp(role: "Agent", org: "Acme", from: "2019-02")', ("Agent", "Acme", "2019-02", None)),
    (
        "years that are numbers",
        '#exp(role: "Agent", org: "Acme", when: (2019, 2020))',
        ("Agent", "Acme", "2019", "2020"),
    ),
    (
        "datetime",
        '#exp(role: "Agent", org: "Acme", start: datetime(year: 2019, month: 2, day: 1), end: datetime.today())',
        ("Agent", "Acme", "2019-02", None),
    ),
    (
        "contents",
        "#entry[Support Agent][2019 -- 2020][Acme Corp][Leeds]",
        ("Support Agent", "Acme Corp", "2019", "2020"),
    ),
    (
        "own function",
        '#let job(date, company, title) = []\n#job("2019", "Acme", "Agent")',
        ("Agent", "Acme", "2019", "2019"),
    ),
    (
        "term below a heading",
        "=== Support Agent\n_Acme_\\\n#term[2019 --- Present][Leeds]",
        ("Support Agent", "Acme", "2019", None),
    ),
    (
        "term with a town that nobody knows",
        "=== Docent \\ Harbour Aquarium\n#term[03/2014 --- 2016][Nowhereton]",
        ("Docent", "Harbour Aquarium", "2014-03", "2016"),
    ),
    (
        "own function for dates",
        '#let span(from, to: "today") = [#from – #to]\n#job("Agent", [Acme Corp], span("May 2019"))',
        ("Agent", "Acme Corp", "2019-05", None),
    ),
    (
        "posts as arguments of their employer",
        "#let firm(employer, place: none, ..jobs) = []\n#let job(what, when, body) = []\n"
        '#firm("Acme Corp", place: "Nowhereton", job[Agent][2019 -- 2020][',
        ("Agent", "Acme Corp", "2019", "2020"),
    ),
    (
        "the head of a table",
        "#table(columns: 2, table.header([When], [What]), [2019 -- 2020], [*Support Agent*, Acme Corp])",
        ("Support Agent", "Acme Corp", "2019", "2020"),
    ),
    ("plain line", "*Support Agent*, Acme Corp #h(1fr) 2019 -- 2020", ("Support Agent", "Acme Corp", "2019", "2020")),
    (
        "lines below one another",
        "*Support Agent*\nAcme Corp\n2019 -- 2020",
        ("Support Agent", "Acme Corp", "2019", "2020"),
    ),
    (
        "grid",
        "#grid(columns: (1fr, auto), [*Support Agent*], [2019 -- 2020], [Acme Corp], [Leeds])",
        ("Support Agent", "Acme Corp", "2019", "2020"),
    ),
    (
        "heading with dates",
        "== Support Agent, Acme Corp #h(1fr) 2019 -- 2020",
        ("Support Agent", "Acme Corp", "2019", "2020"),
    ),
]


@pytest.mark.parametrize(("source", "post"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES])
def test_entries(source: str, post: Post, words: ResumeWords) -> None:
    assert posts_of(read_as(f"= Experience\n{source}\n- Took calls\n= Education\n", "typst", words)) == [post]


def test_sections_in_a_dictionary(words: ResumeWords) -> None:
    document = read_as(
        """
        #let cv = (
          personal: (name: "Kim Doe", email: "kim@doe.example"),
          work: ((organization: "Acme", positions: ((position: "Agent", highlights: ("Took calls",)),)),),
          education: ((institution: "Leeds College", highlights: ("Won the class prize",)),),
        )
        #cvwork(cv)
        """,
        "typst",
        words,
    )
    assert texts_of(document) == ["Took calls"]
    assert posts_of(document) == [("Agent", "Acme", None, None)]


def test_the_dates_of_an_employer_are_those_of_its_only_post(words: ResumeWords) -> None:
    document = read_as(
        """
        = Experience
        #company-heading("Tallgrass Pay Inc", start: "2018", end: "2021")[
          #job-heading("Support Engineer")[
            - Wrote the runbooks
          ]
        ]
        #company-heading("Harbor Ltd", start: "2015", end: "2018")[
          #job-heading("Team Lead")[
            - Led four engineers
          ]
          #job-heading("Support Agent")[
            - Took calls
          ]
        ]
        """,
        "typst",
        words,
    )
    assert posts_of(document) == [
        ("Support Engineer", "Tallgrass Pay Inc", "2018", "2021"),
        ("Team Lead", "Harbor Ltd", None, None),
        ("Support Agent", "Harbor Ltd", None, None),
    ]


def test_the_rest_of_the_arguments_of_an_own_function(words: ResumeWords) -> None:
    document = read_as(
        """
        #let job(a, b, when, ..points) = [*#a*, #b #h(1fr) #when]
        = Experience
        #job("Agent", "Acme Corp", "2019", [Took calls], "Led teams", [Sold tills])
        """,
        "typst",
        words,
    )
    assert texts_of(document) == ["Took calls", "Led teams", "Sold tills"]
    assert posts_of(document) == [("Agent", "Acme Corp", "2019", "2019")]


def test_a_file_of_definitions_with_entries_behind_their_names(words: ResumeWords) -> None:
    document = read_as(
        """
        #import "layout.typ": *
        #let experience = (
          "Acme Corp": (role: "Support Agent", dates: "2019 - 2020", notes: [
            - Took calls
          ]),
          "Harbor Ltd": (role: "Team Lead", dates: "2017", notes: ([Led teams], [Sold tills])),
        )
        """,
        "typst",
        words,
    )
    assert texts_of(document) == ["Took calls", "Led teams", "Sold tills"]
    assert posts_of(document) == [
        ("Support Agent", "Acme Corp", "2019", "2020"),
        ("Team Lead", "Harbor Ltd", "2017", "2017"),
    ]


BODIES = [
    ("content", "details: [\n- Took calls\n- Led teams\n]", ["Took calls", "Led teams"]),
    ("list", "description: list([Took calls], [Led teams])", ["Took calls", "Led teams"]),
    ("array of contents", "highlights: ([Took calls], [Led *big* teams])", ["Took calls", "Led big teams"]),
    ("array of strings", 'bullets: ("Took \\"calls\\"", "Led teams",)', ['Took "calls"', "Led teams"]),
    (
        "positional contents",
        "[Took calls for the whole north], [Led teams of nine agents]",
        ["Took calls for the whole north", "Led teams of nine agents"],
    ),
    (
        "a sentence",
        'description: "Took calls for the whole north of England."',
        ["Took calls for the whole north of England."],
    ),
    ("tags", 'tags: ("Zendesk", "Jira"), details: [- Took calls]', ["Took calls"]),
]


@pytest.mark.parametrize(("source", "texts"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_bodies_of_entries(source: str, texts: list[str], words: ResumeWords) -> None:
    document = read_as(
        f'= Experience\n#exp(role: "Agent", name: "Acme Corp", date: "2019", {source})\n', "typst", words
    )
    assert texts_of(document) == texts
    assert posts_of(document) == [("Agent", "Acme Corp", "2019", "2019")]


@pytest.mark.parametrize(
    "heading",
    [
        '#section("Work Experience")',
        "#cvSection[Work Experience]",
        '#custom-title("Work Experience")',
        "= Work Experience <work>",
        '#section(title: "Work Experience")',
        "#text(size: 14pt)[*Work Experience*]\n",
        '#my-own("Work Experience")',
    ],
)
def test_headings(heading: str, words: ResumeWords) -> None:
    document = read_as(f"{heading}\n- Took calls\n", "typst", words)
    assert [(section.kind, section.title) for section in document.sections] == [
        (SectionKind.EXPERIENCE, "Work Experience")
    ]


def test_comments_are_told_with_their_places(words: ResumeWords) -> None:
    source = "// one\n= Work\n- Took /* two\n/* three */ */ calls // four\n#f(// five\n)"
    document = read_as(source, "typst", words)
    assert [(comment.text, comment.span.of(source)) for comment in document.comments] == [
        ("one", "// one"),
        ("two\n/* three */", "/* two\n/* three */ */"),
        ("four", "// four"),
        ("five", "// five"),
    ]


def test_a_name_as_long_as_what_it_stands_for(words: ResumeWords) -> None:
    document = read_as('#let tool = "Kafka"\n= Experience\n- Ran #tool daily', "typst", words)
    assert texts_of(document) == ["Ran Kafka daily"]
    check_map(document)


def test_too_deep_brackets_are_an_error_of_one_line(words: ResumeWords) -> None:
    with pytest.raises(
        InputError, match=r"^resume\.typst:2: brackets and lists are nested more than 40 deep here; [^\n]+$"
    ):
        read_as("a\n#" + "f[#" * 50, "typst", words)


@pytest.mark.parametrize(
    "source",
    [
        "#(" * 9,
        "(" * 9000,
        "#{" * 30 + "\n",
        "*_" * 9000,
        "- " * 30,
        "`" * 9001,
        "$" * 9001,
        "#x => " * 9000,
        "/*" * 9000,
    ],
)
def test_hostile_text_is_read_or_refused(source: str, words: ResumeWords) -> None:
    check_read_or_refused(source, "typst", words)


@pytest.mark.parametrize("path", fixtures("typst"), ids=lambda path: path.name)
def test_source_maps_of_the_fixtures(path: Path, words: ResumeWords) -> None:
    check_map(read_file(path, words))


TOKENS = [
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "#",
    '"',
    "$",
    "*",
    "_",
    "`",
    "//",
    "/*",
    "*/",
    "\\",
    "\n",
    "\n\n",
    "- ",
    "+ ",
    "= ",
    "#let x = ",
    "#let f(a) = ",
    "#show: ",
    "#if x [",
    "else",
    "#for x in y [",
    "=>",
    ",",
    ":",
    "@a",
    "<b>",
    "\\u{1F600}",
    "#f(",
    "#g[",
    "..",
    '"a":',
    "\r",
    "\t",
    "\ud800",
    '#work(title: "Lead", ',
    "#list([",
    "~",
    "---",
    "Took calls",
    "  ",
]


def test_any_text(words: ResumeWords) -> None:
    check_any_text("typst", TOKENS, words)

"""The editor's own settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.server.preferences import Preferences, parse_preferences

ROOT = Path("/home/imani/cv")


@pytest.mark.parametrize(
    ("given", "preferences"),
    [
        (None, Preferences()),
        ({}, Preferences()),
        ({"check": "all"}, Preferences(check="all")),
        ({"level": "info", "profile": "federal"}, Preferences(level=Severity.INFO, profile=Profile.FEDERAL)),
        ({"select": ["bc1", "Weak-Verb"]}, Preferences(select=("BC1", "weak-verb"))),
        ({"select": "BC1,BC2", "ignore": []}, Preferences(select=("BC1", "BC2"))),
        ({"field": "customer-service", "language": "en"}, Preferences(field="customer-service", language="en")),
        ({"configFile": "strict.toml"}, Preferences(config_file=ROOT / "strict.toml")),
        ({"configFile": ""}, Preferences()),
        ({"level": None, "select": None}, Preferences()),
    ],
)
def test_settings_are_read(given: object, preferences: Preferences) -> None:
    assert parse_preferences(given, ROOT) == (preferences, ())


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"levle": "info"}, "the setting “bulletcoach.levle”: there is no such setting; did you mean “level”?"),
        ({"level": "loud"}, "the setting “bulletcoach.level”: “loud” is not one of error, warning, info"),
        ({"check": True}, "the setting “bulletcoach.check”: “True” is not one of resumes, all"),
        ({"ignore": 3}, "the setting “bulletcoach.ignore”: a list of rules is wanted"),
        ({"field": ["a"]}, "the setting “bulletcoach.field”: a text is wanted"),
        ({"ignore": ["duty-openner"]}, "the setting “bulletcoach.ignore”: unknown rule “duty-openner”"),
        ("info", "the settings “bulletcoach” are no table"),
    ],
)
def test_what_is_wrong_is_said_and_left_out(given: object, complaint: str) -> None:
    preferences, [said] = parse_preferences(given, ROOT)
    assert preferences == Preferences()
    assert said.startswith(complaint)

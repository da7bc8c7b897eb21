"""Settings: what a user may set, where it is found, and what holds in the end.

options.py         the keys, with what each is for
files.py           where configuration files are looked for; reading one and those that it extends
checking.py        what a file says, checked
layers.py          the places in which options are set, and how they go together
file_patterns.py   patterns that name files
settings.py        the settings that all of it comes to
configuration.py   the settings for any file
shown.py           every key with its value and where it comes from; schema.py describes all of them for editors
"""

from bulletcoach.config.configuration import Configuration
from bulletcoach.config.files import find_config, load_config
from bulletcoach.config.options import Options
from bulletcoach.config.settings import Settings

__all__ = ["Configuration", "Options", "Settings", "find_config", "load_config"]

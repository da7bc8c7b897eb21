"""Settings: what a user may set (`options`), where it is found (`files`), and what holds in the end (`settings`)."""

from bulletcoach.config.files import find_config, load_config
from bulletcoach.config.options import Options
from bulletcoach.config.settings import Configuration, Settings

__all__ = ["Configuration", "Options", "Settings", "find_config", "load_config"]

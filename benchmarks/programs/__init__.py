"""Programs that are run and measured, each by itself: the floors, and bulletcoach's stages one by one."""

"""Words and phrases as data: the records of the TOML files under lexicons/, how they are loaded, and look-up."""

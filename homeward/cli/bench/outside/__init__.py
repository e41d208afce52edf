"""Problems other people published, read where they lie and never copied."""

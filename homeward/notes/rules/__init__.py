"""Pure decisions about notes before they are signed."""

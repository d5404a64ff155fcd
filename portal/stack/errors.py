"""What stops the stack, said as a sentence that names the cause and the way out."""


class StackError(Exception):
    """The stack cannot start or go on; the text is printed for the user as it is."""

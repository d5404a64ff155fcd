"""What may be done with a case, each act by those whom the access table and the case's own team allow."""

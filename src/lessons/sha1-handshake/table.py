import string as s

TABLE = (s.ascii_uppercase
         + s.ascii_lowercase
         + s.digits + '+/')

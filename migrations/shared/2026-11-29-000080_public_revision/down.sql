DROP TABLE public_revision;

// A package that tells who is done.

startVisit(Attempt);

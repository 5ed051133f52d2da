// A package that tells who is done.

startVisit(new Attempt(findApi(window) || {}));

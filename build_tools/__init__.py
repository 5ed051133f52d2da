"""Turn the facts in content/ and quiz/ into a guide, its quizzes and a site."""

package app.parlance.engine.template;

/** What stands around one role's words. */
record TurnMarkup(String before, String after) { }

package app.parlance.mode;

/** How a person trades latency for accuracy. */
public enum Mode { FAST, BALANCED, ACCURATE, AUTO }

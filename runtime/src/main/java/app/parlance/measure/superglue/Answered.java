package app.parlance.measure.superglue;

/** An item and the option that a model held likeliest. */
public record Answered(Item item, int chosen) {
    public boolean correct() {
        return item.isRight(chosen);
    }
}

package app.parlance.engine.llama.host;

/** Vectors as embedding models give them. */
public final class Vectors {
    private Vectors() { }

    /** Scales the vector in place to the length 1, except one of zeros, and returns it. */
    public static float[] toUnitLength(float[] vector) {
        double squares = 0;
        for (float number : vector) squares += (double) number * number;
        double length = Math.sqrt(squares);
        if (length > 0) for (int i = 0; i < vector.length; i++) vector[i] = (float) (vector[i] / length);
        return vector;
    }
}

package app.parlance.measure.superglue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A JSON object whose members must be there and of their kind. @param where it lies in the line, for people; empty for the whole line */
record Row(JsonNode object, String where) {
    RowException refuse(String reason) {
        return new RowException(where.isEmpty() ? reason : "in \"" + where + "\" " + reason);
    }

    String text(String name) throws RowException {
        var value = object.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) throw refuse("it has no text \"" + name + "\"");
        return value.textValue();
    }

    boolean truth(String name) throws RowException {
        var value = object.path(name);
        if (!value.isBoolean()) throw refuse("its \"" + name + "\" is not true or false");
        return value.booleanValue();
    }

    /** From 0 to {@code most}. */
    int number(String name, int most) throws RowException {
        var value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > most) {
            throw refuse("its \"" + name + "\" is no whole number from 0 to " + most);
        }
        return value.intValue();
    }

    /** Which of these words it is. */
    int oneOf(String name, List<String> words) throws RowException {
        var index = words.indexOf(object.path(name).textValue());
        if (index < 0) throw refuse("its \"" + name + "\" is none of " + String.join(", ", words));
        return index;
    }

    Row inside(String name) throws RowException {
        if (!object.path(name).isObject()) throw refuse("it has no object \"" + name + "\"");
        return new Row(object.get(name), name);
    }

    /** At least one. */
    List<Row> rows(String name) throws RowException {
        var rows = new ArrayList<Row>();
        for (var element : object.path(name)) rows.add(new Row(element, name));
        if (!object.path(name).isArray() || rows.isEmpty() || !rows.stream().allMatch(row -> row.object.isObject())) {
            throw refuse("its \"" + name + "\" is no list of objects");
        }
        return rows;
    }
}

package dev.ganglion.connectome.format;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a GraphML file into a table of nodes and a table of edges; data keys become columns.
 *
 * <p>Document type declarations and external entities are refused, so a file can neither reach for other files nor
 * swell while it is read.
 */
final class GraphMlParser {
    private final SourceText text;
    private final Problems problems;
    private final Columns nodeColumns;
    private final Columns edgeColumns;
    private final Map<String, String> columnsByKey = new HashMap<>();
    private final List<Table.Row> nodes = new ArrayList<>();
    private final List<Table.Row> edges = new ArrayList<>();
    private boolean directedByDefault = true;

    GraphMlParser(SourceText text, Columns nodeColumns, Columns edgeColumns, Problems problems) {
        this.text = text;
        this.nodeColumns = nodeColumns;
        this.edgeColumns = edgeColumns;
        this.problems = problems;
    }

    Table nodes() {
        return new Table(text.name(), nodeColumns.known(), nodes);
    }

    Table edges() {
        return new Table(text.name(), edgeColumns.known(), edges);
    }

    void parse() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text.content()));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD ->
                        problems.add(place(reader), "<!DOCTYPE", "is a document type declaration; remove it");
                    case XMLStreamConstants.START_ELEMENT -> element(reader);
                    default -> {}
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            problems.add(new Place(text.name(), line), "", "the file is not well-formed XML from here on");
        }
    }

    private void element(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "key" -> key(reader);
            case "graph" -> directedByDefault = !"undirected".equals(reader.getAttributeValue(null, "edgedefault"));
            case "node" -> nodes.add(row(reader, nodeColumns, Map.of("name", attribute(reader, "id"))));
            case "edge" -> edge(reader);
            case "hyperedge", "port" ->
                problems.add(place(reader), "<" + reader.getLocalName() + ">", "is a kind of GraphML not read here");
            default -> {}
        }
    }

    private void key(XMLStreamReader reader) {
        String id = attribute(reader, "id");
        String name = reader.getAttributeValue(null, "attr.name");
        columnsByKey.put(id, name == null ? id : name);
    }

    private void edge(XMLStreamReader reader) throws XMLStreamException {
        String ownDirection = reader.getAttributeValue(null, "directed");
        boolean directed = ownDirection == null ? directedByDefault : "true".equals(ownDirection);
        Place place = place(reader);
        Table.Row row = row(
                reader, edgeColumns, Map.of("pre", attribute(reader, "source"), "post", attribute(reader, "target")));
        if (!directed && !row.get("kind").equals("electrical")) {
            problems.add(
                    place,
                    row.get("pre") + " to " + row.get("post"),
                    "is undirected, which only an electrical connection may be");
        }
        edges.add(row);
    }

    private Table.Row row(XMLStreamReader reader, Columns columns, Map<String, String> ends) throws XMLStreamException {
        Place place = place(reader);
        String element = reader.getLocalName();
        Map<String, String> fields = new LinkedHashMap<>(ends);
        while (reader.next() != XMLStreamConstants.END_ELEMENT
                || !reader.getLocalName().equals(element)) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                data(reader, columns, fields);
            }
        }
        return new Table.Row(place, fields);
    }

    private void data(XMLStreamReader reader, Columns columns, Map<String, String> fields) throws XMLStreamException {
        Place place = place(reader);
        if (!reader.getLocalName().equals("data")) {
            problems.add(place, "<" + reader.getLocalName() + ">", "is a kind of GraphML not read here");
            return;
        }
        String key = attribute(reader, "key");
        String column = columnsByKey.getOrDefault(key, key);
        String value = reader.getElementText().strip();
        if (!columns.known().contains(column)) {
            String nearest = Nearest.hint(column, columns.known());
            problems.add(
                    place,
                    column,
                    "is no known attribute"
                            + (nearest.isEmpty() ? "; known are " + String.join(", ", columns.known()) : nearest));
        } else if (fields.putIfAbsent(column, value) != null) {
            problems.add(place, column, "is given twice");
        }
    }

    private String attribute(XMLStreamReader reader, String name) {
        return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "")
                .strip();
    }

    private Place place(XMLStreamReader reader) {
        return new Place(text.name(), reader.getLocation().getLineNumber());
    }
}

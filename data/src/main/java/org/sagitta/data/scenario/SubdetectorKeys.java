package org.sagitta.data.scenario;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sagitta.geometry.detector.Subdetector;

/** Groups whose keys are parts of the tracker and whose values are numbers. */
final class SubdetectorKeys {
    private SubdetectorKeys() {}

    /** The numbers given under a key; nothing if it is not there. */
    static Map<Subdetector, Double> read(YamlMap map, String key, NumberRange range) {
        Set<String> names = new LinkedHashSet<>();
        List.of(Subdetector.values()).forEach(part -> names.add(part.name()));
        Optional<YamlMap> numbers = map.optionalMap(key, names);
        Map<Subdetector, Double> read = new EnumMap<>(Subdetector.class);
        for (Subdetector part : Subdetector.values()) {
            numbers.filter(given -> given.has(part.name()))
                    .ifPresent(given -> read.put(part, given.number(part.name(), range)));
        }
        return read;
    }

    static Map<String, Object> write(Map<Subdetector, Double> numbers) {
        Map<String, Object> parts = new LinkedHashMap<>();
        numbers.forEach((part, number) -> parts.put(part.name(), number));
        return parts;
    }
}

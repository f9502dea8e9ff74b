package org.sagitta.validation.challenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.AlignmentChoice;
import org.sagitta.data.scenario.FieldChoice;
import org.sagitta.data.scenario.MaterialChoice;
import org.sagitta.data.scenario.MaterialRegion;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.WeakModeChoice;
import org.sagitta.data.scenario.WorldChoice;

/**
 * Within which ranges a hidden truth lies, and how one is drawn: everything in which the truth of a public scenario differs
 * from its reconstruction is drawn anew, uniformly.
 *
 * @param base the public scenario
 */
public record ChallengeRules(Scenario base) {
    /** Largest change of the scale of the true field. */
    private static final double FIELD = 1e-3;

    /** Largest distance from 1 of a factor on material. */
    private static final double MATERIAL = 0.15;

    /** Amplitudes of weak modes lie within this times that of the base, with either sign. */
    private static final double WEAK_MODES = 2;

    private static final String NAME = "challenge";

    /** The hidden scenario of a secret seed. */
    public Scenario hidden(long seed) {
        EventRandom random = EventRandom.of(seed, RandomStream.of("challenge/truth", RandomPurpose.GENERATION), 0);
        WorldChoice world = base.truth().world();
        FieldChoice field = world.field();
        WorldChoice drawn = world.withField(
                        new FieldChoice(field.model(), field.scale() * (1 + random.uniform(-FIELD, FIELD))))
                .withMaterial(material(world.material(), random))
                .withAlignment(alignment(world.alignment(), random));
        return base.withTruth(NAME, base.truth().withWorld(drawn)).withSeed(seed);
    }

    /** What everybody may know: the world that the reconstruction believes in, without the secret seed. */
    public Scenario reconstruction() {
        return base.withTruth(NAME, base.truth()).idealPartner();
    }

    private static MaterialChoice material(MaterialChoice material, EventRandom random) {
        if (material.regions().isEmpty()) {
            return new MaterialChoice(factor(random), List.of(), material.subdetectors()).withModel(material.model());
        }
        List<MaterialRegion> regions = new ArrayList<>();
        for (MaterialRegion region : material.regions()) {
            regions.add(new MaterialRegion(region.absEtaMin(), region.absEtaMax(), factor(random)));
        }
        return new MaterialChoice(material.factor(), regions, material.subdetectors()).withModel(material.model());
    }

    private static double factor(EventRandom random) {
        return random.uniform(1 - MATERIAL, 1 + MATERIAL);
    }

    private static AlignmentChoice alignment(AlignmentChoice alignment, EventRandom random) {
        List<WeakModeChoice> modes = new ArrayList<>();
        for (WeakModeChoice mode : alignment.weakModes()) {
            double range = WEAK_MODES * Math.abs(mode.amplitude());
            double amplitude = random.uniform(-range, range);
            // Modes that have no phase take no notice of it.
            modes.add(new WeakModeChoice(mode.mode(), amplitude, random.uniform(-Math.PI, Math.PI)));
        }
        return new AlignmentChoice(modes, alignment.random());
    }

    /** The ranges by name. */
    Map<String, String> ranges() {
        Map<String, String> ranges = new TreeMap<>();
        WorldChoice world = base.truth().world();
        ranges.put("scenario", base.name());
        ranges.put(
                "field",
                String.format(
                        Locale.ROOT,
                        "%s times %.6f, times 1 within %.0e",
                        world.field().model(),
                        world.field().scale(),
                        FIELD));
        ranges.put(
                "material", String.format(Locale.ROOT, "factors of the scenario replaced by 1 within %.2f", MATERIAL));
        for (WeakModeChoice mode : world.alignment().weakModes()) {
            ranges.put(
                    "weak mode " + mode.mode(),
                    String.format(
                            Locale.ROOT,
                            "amplitude within %.3f of the default of CMS",
                            WEAK_MODES * Math.abs(mode.amplitude())));
        }
        return ranges;
    }

    /** README.md of a challenge. */
    String text(String id) {
        StringBuilder text = new StringBuilder("# Calibration challenge " + id + "\n\n");
        text.append("Find the correction of muon curvatures. Sagitta simulation; no real data.\n\n");
        text.append("- `data/` holds J/psi pairs as they were measured in a hidden world: table `dimuon`.\n");
        text.append(
                "- `simulation/` holds as many pairs of the world that the track fit believes in, with their truth.\n");
        text.append(
                "- `challenge.json` says what the fit believes (`reconstruction`) and has the hash of every file.\n");
        text.append(
                "- `truth.sealed` holds the hidden world and test samples of Upsilon and Z. The maker has the key;\n");
        text.append("  `truth_sha256` is the hash of what is in it, so nothing can be changed afterwards.\n\n");
        text.append("The hidden world lies within:\n\n");
        ranges().forEach((name, range) ->
                text.append("- ").append(name).append(": ").append(range).append('\n'));
        text.append(
                "\nAnswer with a `correction.json` of schema sagitta-correction/1, parameters and covariance. The score is\n");
        text.append(
                "the root mean square of mass biases of Upsilon and Z and of charge-odd and charge-even scales of\n");
        text.append("muons of 45 GeV in units of fixed limits; smaller is better.\n");
        return text.toString();
    }
}

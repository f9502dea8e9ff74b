package org.sagitta.data.generation;

/** Line shape of the Z, from 60 to 120 GeV. */
public enum ZLine {
    /** Z alone with running width, see {@link BreitWigner}. */
    BREIT_WIGNER {
        @Override
        public MassLine window(double mass, double width) {
            return new BreitWigner(mass, width, LOW, HIGH);
        }
    },
    /** Z with running width, photon, their interference and parton luminosity, see {@link DrellYanLine}. */
    FULL {
        @Override
        public MassLine window(double mass, double width) {
            return new DrellYanLine(mass, width, LOW, HIGH);
        }
    };

    private static final double LOW = 60;
    private static final double HIGH = 120;

    /** The line of a Z of given mass and width [GeV]; also of other values than the true ones, for variations. */
    public abstract MassLine window(double mass, double width);
}

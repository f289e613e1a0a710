package dev.ganglion.experiments.supervised;

/** How good answers are, added up over examples. */
sealed interface Score {
    /** Takes in some examples. */
    void add(float[] outputs, float[] targets, int width);

    /** The score so far. */
    double value();

    /** The score of a goal, of no examples yet. */
    static Score of(Goal goal) {
        return goal == Goal.CLASS ? new Accuracy() : new RelativeError();
    }

    /** Share of examples whose largest output is the right one. */
    final class Accuracy implements Score {
        private long right;
        private long all;

        @Override
        public void add(float[] outputs, float[] targets, int width) {
            for (int at = 0; at < outputs.length; at += width) {
                right += largest(outputs, at, width) == largest(targets, at, width) ? 1 : 0;
                all++;
            }
        }

        private static int largest(float[] values, int at, int width) {
            int largest = 0;
            for (int i = 1; i < width; i++) {
                largest = values[at + i] > values[at + largest] ? i : largest;
            }
            return largest;
        }

        @Override
        public double value() {
            return (double) right / all;
        }
    }

    /** Root relative squared error: {@code sqrt(Σ (y − ŷ)² / Σ (y − ȳ)²)}. */
    final class RelativeError implements Score {
        private double errors;
        private double sum;
        private double squares;
        private long all;

        @Override
        public void add(float[] outputs, float[] targets, int width) {
            for (int i = 0; i < outputs.length; i++) {
                double error = (double) targets[i] - outputs[i];
                errors += error * error;
                sum += targets[i];
                squares += (double) targets[i] * targets[i];
                all++;
            }
        }

        @Override
        public double value() {
            return Math.sqrt(errors / (squares - sum * sum / all));
        }
    }
}

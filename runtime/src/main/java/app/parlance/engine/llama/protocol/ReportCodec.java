package app.parlance.engine.llama.protocol;

import app.parlance.engine.CacheType;
import app.parlance.engine.Capability;
import app.parlance.engine.EngineException;
import app.parlance.engine.Score;
import app.parlance.engine.StopReason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@link Report}s as bytes. */
final class ReportCodec implements Wire.Codec<Report> {
    @Override
    public void write(DataOutputStream out, Report report) throws IOException {
        switch (report) {
            case Report.Opened opened -> {
                out.writeByte(0);
                out.writeInt(opened.contextTokens());
                out.writeInt(opened.sequences());
                Fields.constant(out, opened.cache());
                Fields.list(out, List.copyOf(opened.capabilities()), Fields::constant);
                out.writeBoolean(opened.knowsTemplate());
            }
            case Report.Refused refused -> {
                out.writeByte(1);
                Fields.constant(out, refused.kind());
                Fields.text(out, refused.message());
                Fields.text(out, refused.remedy());
            }
            case Report.Accepted accepted -> {
                out.writeByte(2);
                out.writeInt(accepted.promptTokens());
            }
            case Report.PromptRead progress -> {
                out.writeByte(3);
                out.writeInt(progress.read());
                out.writeInt(progress.total());
            }
            case Report.Written written -> {
                out.writeByte(4);
                Fields.text(out, written.text());
                out.writeInt(written.tokens());
            }
            case Report.Finished finished -> {
                out.writeByte(5);
                Fields.constant(out, finished.reason());
                out.writeInt(finished.promptTokens());
                out.writeInt(finished.reusedTokens());
                out.writeInt(finished.completionTokens());
            }
            case Report.Counted counted -> {
                out.writeByte(6);
                out.writeInt(counted.tokens());
            }
            case Report.Embedded embedded -> {
                out.writeByte(7);
                Fields.list(out, embedded.vectors(), Fields::vector);
            }
            case Report.Progress progress -> {
                out.writeByte(8);
                out.writeDouble(progress.share());
            }
            case Report.Scored scored -> {
                out.writeByte(9);
                Fields.list(out, scored.scores(), ReportCodec::score);
            }
            case Report.Described described -> {
                out.writeByte(10);
                Fields.text(out, described.version());
                Fields.text(out, described.cpuLibrary());
            }
            case Report.Done _ -> out.writeByte(11);
            case Report.Alive _ -> out.writeByte(12);
        }
    }

    @Override
    public Report read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Report.Opened(in.readInt(), in.readInt(), Fields.constant(in, CacheType.class),
                    Set.copyOf(Fields.list(in, item -> Fields.constant(item, Capability.class))), in.readBoolean());
            case 1 -> new Report.Refused(Fields.constant(in, EngineException.Kind.class), Fields.text(in), Fields.text(in));
            case 2 -> new Report.Accepted(in.readInt());
            case 3 -> new Report.PromptRead(in.readInt(), in.readInt());
            case 4 -> new Report.Written(Fields.text(in), in.readInt());
            case 5 -> new Report.Finished(Fields.constant(in, StopReason.class), in.readInt(), in.readInt(), in.readInt());
            case 6 -> new Report.Counted(in.readInt());
            case 7 -> new Report.Embedded(Fields.list(in, Fields::vector));
            case 8 -> new Report.Progress(in.readDouble());
            case 9 -> new Report.Scored(Fields.list(in, ReportCodec::score));
            case 10 -> new Report.Described(Fields.text(in), Fields.text(in));
            case 11 -> new Report.Done();
            case 12 -> new Report.Alive();
            default -> throw new IOException("no report of that kind");
        };
    }

    private static void score(DataOutputStream out, Score score) throws IOException {
        out.writeDouble(score.logProbability());
        out.writeInt(score.tokens());
    }

    private static Score score(DataInputStream in) throws IOException {
        return new Score(in.readDouble(), in.readInt());
    }
}

/*
 * Runs LanguageTool's server for as long as somebody holds the other end of its standard input.
 *
 * The system closes that end whenever the process that holds it ends, also where it is killed; so no server
 * outlives the run that started it, on any platform, and there is no watcher that could be killed first.
 *
 * After a change: python tests/grammar/leash_jar.py, which compiles it, and notes in the jar of what it was made.
 */
public final class Leash extends Thread {
    @Override
    public void run() {
        try {
            while (System.in.read() >= 0) {
                // What is said makes no difference, only that somebody is there.
            }
        } catch (java.io.IOException gone) {
            // As good as its end.
        }
        Runtime.getRuntime().halt(0);
    }

    public static void main(String[] arguments) throws Exception {
        Leash leash = new Leash();
        leash.setDaemon(true);
        leash.start();
        Class.forName("org.languagetool.server.HTTPServer")
            .getMethod("main", String[].class)
            .invoke(null, (Object) arguments);
    }
}

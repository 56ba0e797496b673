/*
 * Validate.java - PDF files in, one line per file and profile out:
 *   PASS|FAIL|ERROR <tab> profile <tab> file <tab> number of checks
 * followed, for each broken rule, by an indented line with its clause.
 */
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
	public static void main(String[] args) throws Exception {
		if (args.length < 2) {
			System.err.println("usage: Validate PROFILE,... FILE...");
			System.exit(2);
		}
		Logger.getLogger("").setLevel(Level.SEVERE);
		VeraGreenfieldFoundryProvider.initialise();
		List<String> files = Arrays.asList(args).subList(1, args.length);
		boolean well = true;
		for (String file : files)
			for (String profile : args[0].split(","))
				well &= validate(file, profile);
		System.exit(well ? 0 : 1);
	}

	private static boolean validate(String file, String profile) {
		PDFAFlavour flavour = PDFAFlavour.fromString(profile);
		try (InputStream in = new FileInputStream(file);
		     PDFAParser parser = Foundries.defaultInstance()
		         .createParser(in, flavour)) {
			ValidationResult result = Foundries.defaultInstance()
			    .createValidator(flavour, false).validate(parser);
			boolean well = result.isCompliant();
			line(well ? "PASS" : "FAIL", profile, file,
			     result.getTotalAssertions() + " checks");
			Map<String, TestAssertion> broken = new TreeMap<>();
			for (TestAssertion test : result.getTestAssertions())
				if (test.getStatus() == TestAssertion.Status.FAILED)
					broken.putIfAbsent(
					    test.getRuleId().getClause() + " test "
					    + test.getRuleId().getTestNumber(), test);
			broken.forEach((rule, test) -> System.out.println(
			    "      " + rule + ": " + test.getMessage()));
			return well;
		} catch (Exception | StackOverflowError e) {
			line("ERROR", profile, file, e.toString());
			return false;
		}
	}

	private static void line(String... fields) {
		System.out.println(String.join("\t", fields));
	}
}

/*
 * axe.mjs - each sample page has no accessibility violation (WCAG 2.x A and
 * AA) and never scrolls sideways: narrow and wide, light and dark.
 * Called like the other validators: node axe.mjs PRFMT SAMPLES SCRATCH
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const PACKAGES = ["playwright-core@1.65.1", "axe-core@4.14.1"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const WIDTHS = [320, 1280];
const SCHEMES = ["light", "dark"];
const BROWSER = ["--headless", "--no-sandbox", "--disable-gpu",
	"--disable-quic", "--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync"];

let passed = 0;
let failed = 0;

function check(right, name, what, more = []) {
	console.log(`${right ? "ok  " : "FAIL"}  ${name}: ${what}`);
	for (const line of right ? [] : more) console.log(`      ${line}`);
	if (right) passed++;
	else failed++;
}

function skip(why) {
	const ci = process.env.CI === "true";
	console.log(ci ? `FAIL  ${why} (CI=true: nothing may be skipped)`
		: `SKIP  ${why}`);
	process.exit(ci ? 1 : 77);
}

function chromium() {
	const folders = (process.env.PATH || "").split(path.delimiter);
	const found = folders.map((folder) => path.join(folder, "chromium"))
		.find((file) => fs.existsSync(file));
	return found || skip("chromium is not installed");
}

/* Fetches the packages once into the cache folder of the tests. */
function packages() {
	const base = process.env.PRFMT_TEST_CACHE
		|| path.join(os.homedir(), ".cache", "prfmt-tests");
	const folder = path.join(base, "axe");
	const stamp = path.join(folder, "installed");
	const wanted = PACKAGES.join(" ");
	fs.mkdirSync(folder, { recursive: true });
	if (!fs.existsSync(stamp)
	    || fs.readFileSync(stamp, "utf8") !== wanted) {
		const npm = spawnSync("npm", ["install", "--prefix", folder,
			"--no-audit", "--no-fund", "--ignore-scripts",
			"--save-exact", ...PACKAGES], { encoding: "utf8" });
		if (npm.status !== 0) {
			console.log(npm.stderr || String(npm.error));
			skip(`${wanted} could not be installed`);
		}
		fs.writeFileSync(stamp, wanted);
	}
	return createRequire(path.join(folder, "package.json"));
}

function render(prfmt, samples, scratch) {
	const pages = [];
	for (const name of fs.readdirSync(samples).sort()) {
		const input = path.join(samples, name, "release.xml");
		if (!fs.existsSync(input)) continue;
		const output = path.join(scratch, `${name}.html`);
		fs.rmSync(output, { force: true });
		const theme = process.env.PRFMT_TEST_THEME || "plain";
		const run = spawnSync(prfmt,
			[input, "--theme", theme, "-o", output],
			{ encoding: "utf8" });
		if (run.status === 0 && fs.existsSync(output)) {
			pictures(path.dirname(input), scratch);
			pages.push([name, output]);
		} else {
			check(false, name, `prfmt did not render .html (exit ${
				run.status})`, (run.stderr || "").split("\n"));
		}
	}
	return pages;
}

/* The page refers to its pictures by name, so they have to stand beside it. */
function pictures(from, to) {
	for (const file of fs.readdirSync(from))
		if (/\.(png|jpe?g|svg)$/.test(file))
			fs.copyFileSync(path.join(from, file), path.join(to, file));
}

async function look(page, axe, name, output) {
	await page.goto(pathToFileURL(output).href);
	await page.evaluate(axe);
	const { violations, over } = await page.evaluate(async (tags) => {
		const root = document.documentElement;
		const result = await window.axe.run(document,
			{ runOnly: { type: "tag", values: tags } });
		return {
			violations: result.violations.map((v) =>
				`${v.id}: ${v.help}: ${v.nodes[0].html}`),
			over: root.scrollWidth - root.clientWidth,
		};
	}, TAGS);
	check(violations.length === 0, name,
		`${violations.length} violations`, violations);
	check(over <= 0, name, over <= 0 ? "no sideways scroll"
		: `scrolls sideways by ${over} px`);
}

async function main() {
	const [prfmt, samples, scratch] = process.argv.slice(2)
		.map((argument) => path.resolve(argument));
	if (!scratch) {
		console.error("usage: node axe.mjs PRFMT SAMPLES SCRATCH");
		process.exit(2);
	}
	fs.mkdirSync(scratch, { recursive: true });
	const executablePath = chromium();
	const require = packages();
	const playwright = require("playwright-core");
	const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"),
		"utf8");
	const pages = render(prfmt, samples, scratch);
	const profile = fs.mkdtempSync(path.join(os.tmpdir(), "prfmt-axe-"));
	try {
		for (const width of WIDTHS) for (const colorScheme of SCHEMES) {
			const context = await playwright.chromium
				.launchPersistentContext(
					path.join(profile, `${width}-${colorScheme}`),
					{ executablePath, args: BROWSER, colorScheme,
						bypassCSP: true,
						viewport: { width, height: 900 } });
			const page = await context.newPage();
			for (const [name, output] of pages)
				await look(page, axe,
					`${name} ${width} px ${colorScheme}`, output);
			await context.close();
		}
	} finally {
		fs.rmSync(profile, { recursive: true, force: true });
	}
	if (pages.length === 0) check(false, "axe", "no page to look at");
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed ? 1 : 0);
}

main().catch((error) => {
	console.log(`FAIL  ${error.stack || error}`);
	process.exit(1);
});

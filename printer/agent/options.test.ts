import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAgentOptions } from "./options.ts";

const right = ["--hub", "http://192.168.1.10:8080/", "--name", "cua-chinh"];
const here = [...right, "--device", "file:/dev/usb/lp0"];

test("an agent needs to know its hub, its name and its printer, and keeps its state in the user's own folder", () => {
	expect(readAgentOptions(here, { XDG_STATE_HOME: "/home/in/.state" })).toEqual({
		hub: "http://192.168.1.10:8080",
		name: "cua-chinh",
		device: "file:/dev/usb/lp0",
		state: "/home/in/.state/motcua-print-agent/cua-chinh",
	});
});

test("the state is where the service says, or the command line", () => {
	const service = { STATE_DIRECTORY: "/var/lib/motcua-print-agent" };
	expect(readAgentOptions(here, service)).toMatchObject({ state: "/var/lib/motcua-print-agent" });
	expect(readAgentOptions([...here, "--state", "/khac"], service)).toMatchObject({
		state: "/khac",
	});
});

test.each(["", "trang-thai"])(
	"a folder of the user's that is none (%j) is passed over, and nothing is kept where the agent was started",
	(ofUser) => {
		expect(readAgentOptions(here, { XDG_STATE_HOME: ofUser })).toMatchObject({
			state: join(homedir(), ".local/state/motcua-print-agent/cua-chinh"),
		});
	},
);

test("help is help", () => {
	expect(readAgentOptions(["--help"], {})).toBe("help");
});

test.each([
	["nothing", [], ["--hub is missing", "--name is missing", "--device is missing"]],
	["a hub without its scheme", ["--hub", "192.168.1.10:8080"], ['--hub "192.168.1.10:8080"']],
	["a page of the hub", ["--hub", "http://hub/kiosk/"], ['--hub "http://hub/kiosk/"']],
	["a name with marks", ["--name", "Cửa chính"], ['--name "Cửa chính"']],
	["another agent", ["--device", "agent:khac"], ['--device "agent:khac"']],
	["a port that is none", ["--device", "tcp://may-in:99999"], ['--device "tcp://may-in:99999"']],
	["a path alone", ["--device", "/dev/usb/lp0"], ['--device "/dev/usb/lp0"']],
	["a slip of the pen", ["--devise", "virtual:"], ["Unknown option '--devise'"]],
])("is refused with what is allowed: %s", (what, args, faults) => {
	const read = readAgentOptions(what === "nothing" ? [] : [...here, ...args], {});
	if (read === "help" || !("faults" in read)) throw new Error("it was taken");
	expect(read.faults.map((fault, index) => fault.startsWith(faults[index] ?? "none"))).toEqual(
		faults.map(() => true),
	);
});

import { expect, test } from "vitest";
import { countConnections } from "./connections.ts";
import { createRate } from "./rate.ts";

test("each has their minute to themselves, and a new one afterwards", () => {
	let now = 0;
	const rate = createRate(2, () => now);
	expect(["lan", "lan", "lan", "mai"].map((key) => rate.takes(key))).toEqual([
		true,
		true,
		false,
		true,
	]);
	now = 59_999;
	expect(rate.takes("lan")).toBe(false);
	now = 60_000;
	expect(rate.takes("lan")).toBe(true);
});

test("none is no limit", () => {
	const rate = createRate(0, () => 0);
	expect(Array.from({ length: 1_000 }, () => rate.takes("lan")).every(Boolean)).toBe(true);
	const connections = countConnections(0);
	expect(Array.from({ length: 1_000 }, () => connections.open("192.168.1.20"))).not.toContain(null);
});

test("a thousand others' addresses cost no more memory than they are given", () => {
	const rate = createRate(1, () => 0);
	for (let other = 0; other < 6_000; other++) rate.takes(`10.0.${other >> 8}.${other & 255}`);
	// The oldest were pushed out, and begin anew.
	expect([rate.takes("10.0.0.0"), rate.takes("10.0.23.111")]).toEqual([true, false]);
});

test("what is closed makes room, once", () => {
	const connections = countConnections(2);
	const first = connections.open("192.168.1.20");
	expect(connections.open("192.168.1.20")).not.toBeNull();
	expect(connections.open("192.168.1.20")).toBeNull();
	expect(connections.open("192.168.1.21")).not.toBeNull();
	first?.();
	first?.();
	expect(connections.open("192.168.1.20")).not.toBeNull();
	expect(connections.open("192.168.1.20")).toBeNull();
});

test("the addresses of one household count as one, and IPv4 is the same however it is written", () => {
	const connections = countConnections(1);
	expect(connections.open("2001:db8:1:2::1")).not.toBeNull();
	expect(connections.open("2001:db8:1:2:ffff::9")).toBeNull();
	expect(connections.open("2001:db8:1:3::1")).not.toBeNull();
	expect(connections.open("10.0.0.1")).not.toBeNull();
	expect(connections.open("::ffff:10.0.0.1")).toBeNull();
});

module.exports = function getPixels() {
	throw new Error(
		"get-pixels is not part of Mot Cua: pictures are rasterised in printer/raster.ts",
	);
};

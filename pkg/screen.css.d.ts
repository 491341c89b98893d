// `import "plainly/screen.css"`: a style sheet, for bundlers.
export {};

// The cost of a process that imports nothing, to be taken off the others.
export {}

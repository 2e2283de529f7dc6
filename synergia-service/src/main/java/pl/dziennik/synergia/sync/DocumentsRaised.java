package pl.dziennik.synergia.sync;

/** Fired in a transaction that raised documents; after its commit the relay wakes at once. */
public record DocumentsRaised() {}

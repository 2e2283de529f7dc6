@org.jspecify.annotations.NullMarked
package pl.dziennik.benchmarks;

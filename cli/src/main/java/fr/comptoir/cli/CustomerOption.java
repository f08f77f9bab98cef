package fr.comptoir.cli;

import picocli.CommandLine.Option;

/** {@code --customer ID} of the commands that tell of somebody's usage. */
final class CustomerOption {
    @Option(
            names = {"--customer", "--customer-id"},
            required = true,
            paramLabel = "ID",
            description = "The customer; 0000000000000000 is the world.")
    String id = "";
}

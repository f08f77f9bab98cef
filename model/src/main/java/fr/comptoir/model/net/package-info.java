/** Internet addresses and ranges of them, by value: IPv4 is the IPv4-mapped IPv6 address. */
@NullMarked
package fr.comptoir.model.net;

import org.jspecify.annotations.NullMarked;

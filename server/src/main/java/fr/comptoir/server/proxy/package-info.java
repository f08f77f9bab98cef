/** What stands between the service and who asks: proxies whose word is believed, and pages of other origins. */
@NullMarked
package fr.comptoir.server.proxy;

import org.jspecify.annotations.NullMarked;

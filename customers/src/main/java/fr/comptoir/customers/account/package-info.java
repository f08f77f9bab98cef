/** People: their accounts, passwords, second factors, roles, invitations and requests to join. */
@NullMarked
package fr.comptoir.customers.account;

import org.jspecify.annotations.NullMarked;

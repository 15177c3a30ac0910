/** The PostgreSQL server of the suite, kept in the data folder. */
@NullMarked
package org.medicscribe.devstack.database;

import org.jspecify.annotations.NullMarked;

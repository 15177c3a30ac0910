/** What the tests of this service share: the real parts, and a person who uses them. */
package org.medicscribe.storage.testing;

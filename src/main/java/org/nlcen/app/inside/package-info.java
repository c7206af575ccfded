/** What happens inside a network: attention of a chosen place and channel weights, clean and attacked. */
package org.nlcen.app.inside;

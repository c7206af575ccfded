/** How well masks agree and how large perturbations are; plain arrays in, plain numbers out. */
package org.nlcen.metric;

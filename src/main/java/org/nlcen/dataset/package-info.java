/** Images with ground truth: JSRT, ISBI 2016, folders of pairs. */
package org.nlcen.dataset;
